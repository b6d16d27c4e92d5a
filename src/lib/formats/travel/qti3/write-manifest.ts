import type { TravelBank } from '../question.ts';
import { rootOf } from './schemas.ts';
import { itemPath } from './write-test.ts';
import { block, inline, text, xmlFile, type Xml } from './xml-element.ts';

/** Where the test stands in a package. */
export const testPath = 'test.xml';

/** `imsmanifest.xml` of a package of QTI 3.0: the test, and the items on which it depends. */
export function writeManifest({ id, questions }: TravelBank): string {
  const items = questions.map((question) => {
    const href = itemPath(question);
    return resource(`item-${question.id}`, 'imsqti_item_xmlv3p0', href, []);
  });
  const dependencies = questions.map((question) =>
    inline('dependency', { identifierref: `item-${question.id}` }),
  );
  return xmlFile(
    rootOf(
      'manifest',
      { identifier: `package-${id}` },
      block(
        'metadata',
        {},
        inline('schema', {}, text('QTI Package')),
        inline('schemaversion', {}, text('3.0.0')),
      ),
      inline('organizations', {}),
      block(
        'resources',
        {},
        resource(`test-${id}`, 'imsqti_test_xmlv3p0', testPath, dependencies),
        ...items,
      ),
    ),
  );
}

function resource(
  identifier: string,
  type: string,
  href: string,
  dependencies: readonly Xml[],
): Xml {
  const file = inline('file', { href });
  return block('resource', { identifier, type, href }, file, ...dependencies);
}
