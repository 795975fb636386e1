import { createHash } from 'node:crypto';
import type { ImportedResults } from '@journeybook/contracts';
import type { EnteredByTeacher, KnownPerson, TaughtLearnerRow } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { PersonId, SectionId } from '@journeybook/domain';
import { indexCandidates, placeResult } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Refused } from '../http/refused.js';
import { openTaughtSection } from './open-taught-section.js';
import { courseOf, presentTaughtSection } from './present-taught-section.js';
import type { FileFault, ResultLine } from './read-results-file.js';
import { readResultsFile } from './read-results-file.js';
import { keepResults } from './record-results.js';

@Injectable()
export class ImportResults {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes grades and attendance over from a gradebook's file, as evidence. What the file does not give of a learner, for want of a
   * column or with an empty cell, stays as it is. A file with faults is refused with all of them and changes nothing; lines about
   * nobody in the section are left out and counted.
   */
  async import(
    by: KnownPerson,
    id: SectionId,
    { fileName, contentBase64 }: { fileName: string; contentBase64: string },
  ): Promise<ImportedResults> {
    const bytes = Buffer.from(contentBase64, 'base64');
    return this.database.transaction(async (tables) => {
      const row = await openTaughtSection(tables, by, id);
      const { minutes } = courseOf(row, [...(await tables.standards.listCoursesForCollege(row.college.id))]);
      const reading = await readResultsFile({ fileName, bytes }, minutes);
      if (!reading.ok) throw new Refused({ kind: 'file-faulty' }, [...reading.faults]);
      // What stays is what is there now: nobody enters anything from here on.
      await tables.taughtSections.lock(id);
      const { results, leftOut, faults } = placeLines(reading.lines, await tables.taughtSections.listLearners(row));
      if (faults.length > 0) throw new Refused({ kind: 'file-faulty' }, faults);
      const [at, sha256] = [this.clock.now(), createHash('sha256').update(bytes).digest()];
      const name = fileName.trim();
      const file = await tables.taughtSections.addFile({ section: id, name, sha256, by: by.id, at });
      await keepResults(tables, await tables.sections.get(id), results, { by: by.id, at, file });
      return { section: await presentTaughtSection(tables, row), read: results.length, leftOut };
    });
  }
}

interface Placed {
  readonly results: EnteredByTeacher[];
  readonly leftOut: number;
  readonly faults: FileFault[];
}

/** Whose each line is, with what it leaves as it is; a learner who is meant by two, and a name that two have, are faults. */
function placeLines(lines: readonly ResultLine[], learners: readonly TaughtLearnerRow[]): Placed {
  const index = indexCandidates(learners);
  const byPerson = new Map(learners.map((one) => [one.person, one]));
  const placed = new Map<PersonId, number>();
  const found: { results: EnteredByTeacher[]; leftOut: number; faults: FileFault[] } = {
    results: [],
    leftOut: 0,
    faults: [],
  };
  const fault = (row: number, message: string) => found.faults.push({ field: `row ${row}`, message });
  for (const { row, scorePercent, attendedMinutes, ...details } of lines) {
    const place = placeResult(index, details);
    const learner = place.kind === 'learner' ? byPerson.get(place.person) : undefined;
    if (place.kind === 'several')
      fault(row, 'Two learners have this name; add their student number or e-mail address.');
    else if (!learner) found.leftOut += 1;
    else if (placed.has(learner.person))
      fault(row, `${learner.name} stands in row ${placed.get(learner.person)} as well; keep one.`);
    else {
      placed.set(learner.person, row);
      found.results.push({
        identity: learner.identity,
        scorePercent: scorePercent ?? learner.result?.percent ?? null,
        attendedMinutes: attendedMinutes ?? learner.result?.attendedMinutes ?? null,
      });
    }
  }
  return found;
}
