import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { calibrationOf, type Prediction } from '../../quiz/calibration';
import ClassCalibration from './ClassCalibration.svelte';
import OptionBars from './OptionBars.svelte';
import QualityScatter from './QualityScatter.svelte';
import SureSquare from './SureSquare.svelte';

const options = [
  { optionId: 'a', letter: 'A', optionLabel: 'Until Sunday', isKey: false, trapName: 'wrong day' },
  { optionId: 'b', letter: 'B', optionLabel: 'Until Tuesday', isKey: true, trapName: null },
].map((option, index) => ({
  ...option,
  n: [5, 12][index] ?? 0,
  nLower: [4, 2][index] ?? 0,
  nMiddle: [1, 4][index] ?? 0,
  nUpper: [0, 6][index] ?? 0,
  optionRestR: [-0.4, null][index] ?? null,
}));

/** The cells of a row of the chart's table, by its head. */
function cellsOf(name: RegExp): (string | undefined)[] {
  const row = screen.getByRole('row', { name, hidden: true });
  return within(row)
    .getAllByRole('cell', { hidden: true })
    .map((cell) => cell.textContent?.trim());
}

describe('the bars of a question’s options', () => {
  it('say the finding, name every bar, and hold the same figures as their table', () => {
    render(OptionBars, { options, of: 17, language: 'en', csv: '/downloads/options.csv' });
    expect(screen.getByText('12 of 17 chose B, the right answer.')).toBeInTheDocument();
    expect(
      screen.getByRole('img', { name: /^A: 5 in all; 4 of the lower, 1 of the middle and 0/ }),
    ).toBeInTheDocument();
    expect(screen.getByText('Misreading: wrong day')).toBeInTheDocument();
    expect(cellsOf(/^A 5/)).toEqual(['5', '4', '1', '0', '-0.40 (-0.74 to 0.10)']);
    expect(cellsOf(/^B, right/)).toEqual(['12', '2', '4', '6', '–']);
    expect(screen.getByRole('link', { name: 'Download options.csv' })).toHaveAttribute(
      'href',
      '/downloads/options.csv',
    );
  });

  it('count in every third that chose an option, and outline the key', () => {
    const { container } = render(OptionBars, { options, of: 17, language: 'en', csv: null });
    const counts = [...container.querySelectorAll('svg text')].map((text) => text.textContent);
    expect(counts).toEqual(['4', '1', '2', '4', '6']);
    expect(container.querySelectorAll('rect.key')).toHaveLength(1);
    expect(screen.getAllByText('right')).not.toHaveLength(0);
  });

  it('say so where nobody answered', () => {
    const none = options.map((option) => ({ ...option, n: 0, nLower: 0, nMiddle: 0, nUpper: 0 }));
    render(OptionBars, { options: none, of: 0, language: 'en', csv: null });
    expect(screen.getByText('Nobody answered this question.')).toBeInTheDocument();
  });
});

const point = {
  key: 'repairs 1',
  position: 3,
  href: '/items/repairs',
  facility: 0.4,
  facilityLo: 0.3,
  facilityHi: 0.5,
  restR: -0.1,
  restRLo: -0.5,
  restRHi: 0.3,
};

describe('the chart of facility and r', () => {
  it('counts the quadrants, and leads from each point to its question', () => {
    const fine = { ...point, key: 'b 1', position: 4, facility: 0.8, restR: 0.5 };
    render(QualityScatter, { points: [point, fine], left: 0, isEarly: false, csv: null });
    const caption = '2 questions: 1 fine, 0 to discuss, 0 too easy, 1 with a key to check.';
    expect(screen.getByRole('img', { name: caption })).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Question 3: facility 0.40, r with the rest -0.10' }),
    ).toHaveAttribute('href', '/items/repairs');
    expect(cellsOf(/^3/)).toEqual([
      '0.40 (0.30 to 0.50)',
      '-0.10 (-0.50 to 0.30)',
      'check the key',
    ]);
    expect(screen.queryByText(/Early signal/)).toBeNull();
  });

  it('says that a small class gives an early signal only, and draws it faint', () => {
    const { container } = render(QualityScatter, {
      points: [point],
      left: 1,
      isEarly: true,
      csv: null,
    });
    expect(screen.getByText(/Early signal/)).toBeInTheDocument();
    expect(container.querySelectorAll('.early')).toHaveLength(2);
    expect(screen.getByRole('img', { name: /One more has no place here/ })).toBeInTheDocument();
  });
});

describe('the square of sure and right', () => {
  const square = { sureRight: 9, sureWrong: 4, unsureRight: 1, unsureWrong: 0, unsaid: 2 };

  it('draws areas that go with the counts, beside the same in a table', () => {
    const { container } = render(SureSquare, { square, csv: null });
    expect(
      screen.getByRole('img', { name: 'Sure and not right: 4 of 14 answers.' }),
    ).toBeInTheDocument();
    const areas = [...container.querySelectorAll('rect')].map(
      (rect) => Number(rect.getAttribute('width')) ** 2,
    );
    const [sureRight = NaN] = areas;
    expect(areas.map((area) => Math.round((9 * area) / sureRight))).toEqual([9, 4, 1, 0]);
    expect(cellsOf(/^sure/)).toEqual(['9', '4']);
    expect(screen.getByText(/For 2 answers nobody said/)).toBeInTheDocument();
  });

  it('speaks of one answer', () => {
    const one = { sureRight: 0, sureWrong: 1, unsureRight: 0, unsureWrong: 0, unsaid: 0 };
    render(SureSquare, { square: one, csv: null });
    expect(
      screen.getByRole('img', { name: 'Sure and not right: 1 of 1 answer.' }),
    ).toBeInTheDocument();
  });

  it('draws nothing where nobody said how sure they were', () => {
    const none = { sureRight: 0, sureWrong: 0, unsureRight: 0, unsureWrong: 0, unsaid: 9 };
    render(SureSquare, { square: none, csv: null });
    expect(screen.queryByRole('img')).toBeNull();
    expect(screen.getByText('Nobody said how sure they were.')).toBeInTheDocument();
  });
});

describe('the calibration of a class', () => {
  it('says the lean, and counts each point', () => {
    const predictions = Array.from({ length: 20 }, (_, index): Prediction => ({
      certainty: index % 2 === 0 ? 90 : 60,
      chance: 0.25,
      correct: index < 8,
    }));
    const calibration = calibrationOf(predictions);
    if (!calibration) throw new Error('There are predictions');
    const { container } = render(ClassCalibration, { calibration, csv: null });
    expect(screen.getByRole('img', { name: /^Surer than right/ })).toBeInTheDocument();
    expect(screen.getByText('How sure they said they were')).toBeInTheDocument();
    const counts = [...container.querySelectorAll('.count')].map((text) => text.textContent);
    expect(counts).toEqual(['10', '10']);
    expect(cellsOf(/^90%/)[1]).toBe('4 of 10');
  });
});
