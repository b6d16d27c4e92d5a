import type {
  Interaction,
  InteractionForm,
  InteractionOption,
  InteractionPair,
} from '../interaction.ts';
import type { Activity, InteractionComponent, InteractionDefinition } from './statement.ts';

/** How an item is answered and what is right, as an activity’s definition (Data, Appendix C). */
export function itemDefinition({
  form,
  language,
  stem,
}: Interaction): NonNullable<Activity['definition']> {
  return {
    type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
    name: { [language]: stem },
    ...interactionDefinition(form, language),
  };
}

/** A response in the form of its interaction. */
export function itemResponse({ form }: Interaction): string {
  switch (form.kind) {
    case 'choice':
    case 'sequencing':
      return listed(form.response);
    case 'matching':
      return paired(form.response);
    case 'numeric':
      return String(form.response);
    case 'fill-in':
      return plain(form.response);
  }
}

function interactionDefinition(form: InteractionForm, language: string): InteractionDefinition {
  const named = (options: readonly InteractionOption[]) =>
    options.map(({ id, text }): InteractionComponent => ({
      id,
      description: { [language]: text },
    }));
  const { kind: interactionType } = form;
  switch (form.kind) {
    case 'choice':
    case 'sequencing':
      return {
        interactionType,
        correctResponsesPattern: form.patterns.map(listed),
        choices: named(form.options),
      };
    case 'matching':
      return {
        interactionType,
        correctResponsesPattern: form.patterns.map(paired),
        source: named(form.sources),
        target: named(form.targets),
      };
    case 'numeric':
      return { interactionType, correctResponsesPattern: [`${form.least}[:]${form.most}`] };
    case 'fill-in':
      return {
        interactionType,
        correctResponsesPattern: form.patterns.map(
          (pattern) => `{case_matters=false}${plain(pattern)}`,
        ),
      };
  }
}

function listed(ids: readonly string[]): string {
  return ids.join('[,]');
}

function paired(pairs: readonly InteractionPair[]): string {
  return listed(pairs.map((pair) => pair.join('[.]')));
}

/** A text without what would divide it or say how it is to be read. */
function plain(text: string): string {
  return text.replaceAll(/\[([,.:])\]/g, '($1)').replaceAll(/^\{/g, '(');
}
