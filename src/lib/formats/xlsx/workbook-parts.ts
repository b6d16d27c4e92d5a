import type { Column, ColumnType } from '../column.ts';
import { xmlText } from '../xml.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const openXml = 'http://schemas.openxmlformats.org';
const officeRelations = `${openXml}/officeDocument/2006/relationships`;
const packageRelations = `${openXml}/package/2006/relationships`;
const spreadsheet = `${openXml}/spreadsheetml/2006/main`;
const sheetKind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const usualWidths: Readonly<Record<ColumnType, number>> = {
  text: 28,
  id: 16,
  integer: 8,
  number: 10,
  boolean: 8,
  time: 20,
  list: 20,
};
const widest = 40;

/** Where the sheet at this place, counted from 0, stands in the package. */
export function sheetPath(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

/** What a sheet's file begins with: the header row stays in sight, columns are wide enough to read. */
export function sheetStart(columns: readonly Column[]): string {
  const widths = columns.map((column, index) => widthAt(index + 1, widthOf(column)));
  return `${declaration}<worksheet xmlns="${spreadsheet}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`;
}
/** What a sheet's file ends with. */
export const sheetEnd = '</sheetData></worksheet>';

/** The small parts of a workbook (ECMA-376 part 2), by their paths; `titles` are its sheets. */
export function workbookParts(titles: readonly string[]): (readonly [string, string])[] {
  return [
    ['[Content_Types].xml', contentTypes(titles.length)],
    ['_rels/.rels', relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')])],
    ['xl/workbook.xml', workbook(titles)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...titles.map((_title, index) =>
          relation(`rId${index + 1}`, 'worksheet', sheetPath(index).replace('xl/', '')),
        ),
        relation(`rId${titles.length + 1}`, 'styles', 'styles.xml'),
      ]),
    ],
  ];
}

/** A column's width in signs, for what its type mostly holds and for its header, which is bold. */
function widthOf({ name, type }: Column): number {
  return Math.max(usualWidths[type], Math.min(name.length + 3, widest));
}

function widthAt(place: number, width: number): string {
  return `<col min="${place}" max="${place}" width="${width}" customWidth="1"/>`;
}

function contentTypes(sheets: number): string {
  const override = (path: string, kind: string) =>
    `<Override PartName="/${path}" ContentType="${sheetKind}.${kind}+xml"/>`;
  const each = Array.from({ length: sheets }, (_sheet, index) =>
    override(sheetPath(index), 'worksheet'),
  );
  return `${declaration}<Types xmlns="${openXml}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', 'sheet.main')}${override('xl/styles.xml', 'styles')}${each.join('')}</Types>`;
}

function workbook(titles: readonly string[]): string {
  const sheets = titles.map(
    (title, index) =>
      `<sheet name="${xmlText(title)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${declaration}<workbook xmlns="${spreadsheet}" xmlns:r="${officeRelations}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

function relations(each: readonly string[]): string {
  return `${declaration}<Relationships xmlns="${packageRelations}">${each.join('')}</Relationships>`;
}

function relation(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${officeRelations}/${kind}" Target="${target}"/>`;
}
