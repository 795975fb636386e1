import { readFileSync } from 'node:fs';
import type { Standard, StandardId } from '@journeybook/domain';
import { validateStandard } from '@journeybook/domain';
import { readProgramText } from './read-program-text.js';

/**
 * Reads a program's standard from a YAML file that is to be published as it is. Throws one error that names each fault: what
 * `readProgramText` finds, or else totals that do not add up, codes that stand twice and the like.
 */
export function readProgramFile(file: string, id: StandardId): Standard {
  const reading = readProgramText(readFileSync(file, 'utf8'), id);
  if (!reading.ok)
    throw faulty(
      file,
      reading.faults.map((one) => `${one.path}: ${one.message}`),
    );
  const faults = validateStandard(reading.standard);
  if (faults.length > 0)
    throw faulty(
      file,
      faults.map((one) => `${one.field}: ${one.message}`),
    );
  return reading.standard;
}

const faulty = (file: string, faults: readonly string[]): Error =>
  new Error(`${file} is no program that can be published:\n  ${faults.join('\n  ')}`);
