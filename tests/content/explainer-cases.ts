import { head, soundItem } from './collection-of.ts';
import { item, quotation, type MessageCase } from './message-case.ts';

/** An explainer whose first line of prose is its sixth. */
const explainer = (prose: string) =>
  `---\ntitle: The storm\nsummary: What is known.\nlanguage: en\n---\n${prose}\n`;

const withExplainer = (prose: string): MessageCase['given'] => ({
  banks: { storm: `${head}\n${soundItem}` },
  explainers: { night: explainer(prose) },
});

/** Faults of prose pages. */
export const explainerCases: readonly MessageCase[] = [
  {
    code: 'E118',
    fault: 'an explainer without a summary',
    given: { banks: {}, explainers: { night: '---\ntitle: The storm\nlanguage: en\n---\n' } },
    at: 'explainers/night.svx:1:1',
    mend: '`summary:`',
  },
  {
    code: 'E150',
    fault: 'a citation of an item that is in no bank',
    given: withExplainer('Repairs go on.<Cite of="storm/mending" />'),
    at: 'explainers/night.svx:6:25',
    mend: 'Use one of the items of storm: repairs.',
  },
  {
    code: 'E150',
    fault: 'a citation of a bank that is not there, in a list',
    given: withExplainer("<script>\n const of = ['thunder/repairs'];\n</script>"),
    at: 'explainers/night.svx:7:15',
    mend: 'Use one of the banks: storm.',
  },
  {
    code: 'E150',
    fault: 'a passage that an item does not have',
    given: withExplainer('Repairs go on.<Cite of="storm/repairs:2" />'),
    at: 'explainers/night.svx:6:25',
    mend: 'from 1 to 1',
  },
  {
    code: 'E150',
    fault: 'a question that is no item',
    given: withExplainer('<Question of="storm/mending" />'),
    at: 'explainers/night.svx:6:15',
    mend: 'Use one of the items',
  },
  {
    code: 'E150',
    fault: 'a citation that can be no item’s name',
    given: withExplainer('Repairs go on.<Cite of="Storm/repairs" />'),
    at: 'explainers/night.svx:6:25',
    mend: '`bank/item:2`',
  },
  {
    code: 'E150',
    fault: 'a name in a list that can be no item’s',
    given: withExplainer("<script>\n const cells = { wire: { of: 'storm repairs' } };\n</script>"),
    at: 'explainers/night.svx:7:31',
    mend: '`bank/item:2`',
  },
  {
    code: 'E150',
    fault: 'a question over several lines that is no item',
    given: withExplainer('<Question\n  of="storm/mending"\n/>'),
    at: 'explainers/night.svx:7:7',
    mend: 'Use one of the items',
  },
  {
    code: 'W216',
    fault: 'a question whose passage is cited on the same page',
    given: withExplainer('So it is.<Cite of="storm/repairs" />\n\n<Question of="storm/repairs" />'),
    at: 'explainers/night.svx:8:15',
    mend: 'Ask another item',
  },
  {
    code: 'W216',
    fault: 'a question whose passage stands in a longer one that is cited',
    given: {
      ...withExplainer('So it is.<Cite of="storm/crews" />\n\n<Question of="storm/repairs" />'),
      banks: {
        storm: [
          `${head}\n${soundItem}`,
          item({
            keys: 'id: crews\nlevel: recall',
            evidence: `${quotation} Crews from two provinces are on their way.`,
          }),
        ].join('\n'),
      },
    },
    at: 'explainers/night.svx:8:15',
    mend: 'Ask another item',
  },
];
