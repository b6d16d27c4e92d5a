import { xml, xmlFile, type Xml } from '../xml.ts';

/** What a manifest says of a package. */
export interface PackedCourse {
  /** The bank's id, and which of its items where it is not all: the same for every edition. */
  readonly id: string;
  readonly title: string;
  /** At most 20 signs. */
  readonly edition: string;
  /** 1 to 100; null where no mark is set. */
  readonly passPercent: number | null;
  /** Every file of the package but the manifest, from its root; the page that starts it first. */
  readonly files: readonly [string, ...string[]];
}

/** Signs that the schema of SCORM 1.2 allows in a title. */
const longestTitle = 200;
const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance';

/** `imsmanifest.xml` of SCORM 1.2 (Content Aggregation Model 2.3, ADL 2001): one sharable content object. */
export function scorm12Manifest(course: PackedCourse): string {
  const imscp = 'http://www.imsproject.org/xsd/imscp_rootv1p1p2';
  const adlcp = 'http://www.adlnet.org/xsd/adlcp_rootv1p2';
  const root = {
    identifier: manifestId(course),
    version: course.edition,
    xmlns: imscp,
    'xmlns:adlcp': adlcp,
    'xmlns:xsi': schemaInstance,
    'xsi:schemaLocation': `${imscp} imscp_rootv1p1p2.xsd ${adlcp} adlcp_rootv1p2.xsd`,
  };
  const mastery =
    course.passPercent === null ? null : xml('adlcp:masteryscore', {}, String(course.passPercent));
  return xmlFile(
    xml(
      'manifest',
      root,
      metadata('1.2'),
      organizations(course, { isvisible: true }, [mastery], []),
      resources(course, 'adlcp:scormtype'),
    ),
  );
}

/**
 * `imsmanifest.xml` of SCORM 2004 4th Edition (Content Aggregation Model 3.4; Sequencing and
 * Navigation 3): one sharable content object, which tells itself that it is completed and passed.
 */
export function scorm2004Manifest(course: PackedCourse): string {
  const imscp = 'http://www.imsglobal.org/xsd/imscp_v1p1';
  const namespaces = {
    adlcp: 'http://www.adlnet.org/xsd/adlcp_v1p3',
    adlseq: 'http://www.adlnet.org/xsd/adlseq_v1p3',
    adlnav: 'http://www.adlnet.org/xsd/adlnav_v1p3',
    imsss: 'http://www.imsglobal.org/xsd/imsss',
  };
  const schemas = Object.entries(namespaces).map(
    ([name, space]) => `${space} ${name === 'imsss' ? 'imsss_v1p0' : `${name}_v1p3`}.xsd`,
  );
  const root = {
    identifier: manifestId(course),
    version: course.edition,
    xmlns: imscp,
    ...Object.fromEntries(
      Object.entries(namespaces).map(([name, space]) => [`xmlns:${name}`, space]),
    ),
    'xmlns:xsi': schemaInstance,
    'xsi:schemaLocation': [`${imscp} imscp_v1p1.xsd`, ...schemas].join(' '),
  };
  const controls = { choice: true, flow: true };
  return xmlFile(
    xml(
      'manifest',
      root,
      metadata('2004 4th Edition'),
      organizations(
        course,
        {},
        [itemSequencing(course)],
        [xml('imsss:sequencing', {}, xml('imsss:controlMode', controls))],
      ),
      resources(course, 'adlcp:scormType'),
    ),
  );
}

function itemSequencing({ passPercent }: PackedCourse): Xml {
  const objective = { objectiveID: 'passed', satisfiedByMeasure: passPercent !== null };
  const measure =
    passPercent === null ? null : xml('imsss:minNormalizedMeasure', {}, String(passPercent / 100));
  return xml(
    'imsss:sequencing',
    {},
    xml('imsss:objectives', {}, xml('imsss:primaryObjective', objective, measure)),
    xml('imsss:deliveryControls', { completionSetByContent: true, objectiveSetByContent: true }),
  );
}

function manifestId({ id }: PackedCourse): string {
  return `verbatim.${id}`;
}

function metadata(version: string): Xml {
  return xml('metadata', {}, xml('schema', {}, 'ADL SCORM'), xml('schemaversion', {}, version));
}

function organizations(
  { title }: PackedCourse,
  itemAttributes: Readonly<Record<string, boolean>>,
  ofItem: readonly (Xml | null)[],
  ofOrganization: readonly Xml[],
): Xml {
  const name = xml('title', {}, title.slice(0, longestTitle).toWellFormed());
  const item = { identifier: 'item', identifierref: 'quiz', ...itemAttributes };
  return xml(
    'organizations',
    { default: 'course' },
    xml(
      'organization',
      { identifier: 'course' },
      name,
      xml('item', item, name, ...ofItem),
      ...ofOrganization,
    ),
  );
}

function resources({ files }: PackedCourse, typeName: string): Xml {
  const [start] = files;
  const resource = { identifier: 'quiz', type: 'webcontent', [typeName]: 'sco', href: start };
  return xml(
    'resources',
    {},
    xml('resource', resource, ...files.map((href) => xml('file', { href }))),
  );
}
