import type { SectionView } from '@journeybook/contracts';
import { describe, expect, test } from 'vitest';
import { guessCourse } from './guess-course.js';

const choices = [
  ['RTI04', 'Measurements and Computations Using Gauges and Tools'],
  ['RTI05', 'Measurements, Gauges and Tools'],
  ['RTI09', 'Blueprint Reading'],
  ['RTI11', 'Industrial Math'],
].map(([code, title]) => ({
  rapidsCode: '2031HY',
  occupation: 'Industrial Manufacturing Technician',
  code,
  title,
  minutes: 960,
})) as SectionView['choices'];
const guess = (title: string, label: string | null = null) => guessCourse({ title, label, choices })?.code ?? null;

describe('guessing which RTI course a section is', () => {
  test('takes the course whose words the title has', () => {
    expect(guess('Blueprint Reading, Fall 2026')).toBe('RTI09');
  });

  test('takes the code in the label before any title', () => {
    expect(guess('Measurements, Gauges and Tools', 'RTI04')).toBe('RTI04');
  });

  test('takes the course of the occupation whose initials are in the label, where two occupations teach it', () => {
    const elsewhere = { rapidsCode: '0308', occupation: 'Maintenance Technician, Industrial', code: 'RTI02' };
    const both = choices.flatMap((one) => [{ ...one, ...elsewhere }, one]) as SectionView['choices'];
    const guessed = (label: string) => guessCourse({ title: 'Blueprint Reading', label, choices: both })?.occupation;
    expect(guessed('IMT-BP')).toBe('Industrial Manufacturing Technician');
    expect(guessed('MTI 2')).toBe('Maintenance Technician, Industrial');
    expect(guessed('BP')).toBeUndefined();
  });

  test('guesses nothing when no course fits', () => {
    expect(guess('Welding II')).toBeNull();
  });

  test('guesses nothing when two fit equally well', () => {
    expect(guess('Blueprint Reading and Industrial Math')).toBeNull();
  });
});
