import { block, type Attributes, type Xml } from './xml-element.ts';

const instance = 'http://www.w3.org/2001/XMLSchema-instance';
const purl = 'https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd';
const schema = {
  items: {
    namespace: 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0',
    file: `${purl}/imsqti_asiv3p0_v1p0.xsd`,
  },
  manifest: {
    namespace: 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1',
    file: `${purl}/imsqtiv3p0_imscpv1p2_v1p0.xsd`,
  },
};

/** The root element of an item or a test (QTI 3.0 ASI) or of a package's manifest (QTI 3.0 CP). */
export function rootOf(
  name: 'qti-assessment-item' | 'qti-assessment-test' | 'manifest',
  attributes: Attributes,
  ...content: readonly Xml[]
): Xml {
  const { file, namespace } = name === 'manifest' ? schema.manifest : schema.items;
  const spaces = {
    xmlns: namespace,
    'xmlns:xsi': instance,
    'xsi:schemaLocation': `${namespace} ${file}`,
  };
  return block(name, { ...spaces, ...attributes }, ...content);
}
