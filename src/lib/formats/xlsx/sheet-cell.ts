import type { Cell, Column } from '../column.ts';
import { isFormulaLike } from '../formula-guard.ts';
import { roundTo } from '../number-text.ts';
import { xmlText } from '../xml.ts';
import { styleOf } from './style-sheet.ts';

/** Signs that a cell may hold at most (ECMA-376 readers cut or refuse more). */
const mostSigns = 32_767;
const dayMs = 86_400_000;
/** 1970-01-01 counted from 1899-12-30, as sheets count days. */
const epochSerial = 25_569;

/** A run that readers of sheets would take for an escaped sign. */
const escapeLike = /_(?=x[0-9A-Fa-f]{4}_)/g;
/** From a letter or figure to no blank, and nothing in it that has to be written otherwise. */
const plain = /^(?!.*_x)[0-9A-Za-z](?:[ !#-%'-;=?-~\u2018-\u201D]*[!#-%'-;=?-~\u2018-\u201D])?$/;
/** A header cell at a reference such as `A1`. */
export function headerCell(reference: string, text: string): string {
  return stringCell(reference, text, styleOf.header);
}

/** A typed cell; `offsetMs` is by how much class time is before UTC at that instant. */
export function sheetCell(
  reference: string,
  column: Column,
  value: NonNullable<Cell>,
  offsetAt: (ms: number) => number,
): string {
  if (typeof value === 'string') return textCell(reference, value);
  if (typeof value === 'object') return textCell(reference, value.join('|'));
  if (typeof value === 'boolean') return `<c r="${reference}" t="b"><v>${value ? 1 : 0}</v></c>`;
  if (!Number.isFinite(value)) return '';
  if (column.type === 'time') {
    const seconds = Math.floor((value + offsetAt(value)) / 1000) * 1000;
    return numberCell(reference, seconds / dayMs + epochSerial, styleOf.time);
  }
  const style = column.unit === '%' ? styleOf.percent : styleOf.plain;
  return numberCell(reference, roundTo(value, column.decimals), style);
}

function numberCell(reference: string, value: number, style: number): string {
  return `<c r="${reference}"${styled(style)}><v>${value}</v></c>`;
}

/** What looks like a formula stays text when somebody edits the cell: its style says so. */
function textCell(reference: string, text: string): string {
  if (text !== '' && text.length <= mostSigns && plain.test(text)) {
    return `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
  }
  return stringCell(reference, text, isFormulaLike(text) ? styleOf.quoted : styleOf.plain);
}

function stringCell(reference: string, text: string, style: number): string {
  const held = xmlText(text.slice(0, mostSigns)).replace(escapeLike, '_x005F_');
  return `<c r="${reference}"${styled(style)} t="inlineStr"><is><t xml:space="preserve">${held}</t></is></c>`;
}

function styled(style: number): string {
  return style === styleOf.plain ? '' : ` s="${style}"`;
}
