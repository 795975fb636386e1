import { type StandardContents, type StandardFindingView, standardContents } from '@journeybook/contracts';
import { checkStandard, type Standard, type StandardId } from '@journeybook/domain';
import { contentsOf, type DraftForm } from './draft-form.js';
import { type Finding, type Place, placeId } from './place.js';
import { placeFinding } from './place-finding.js';
import { nameOfPlace, placeIssue } from './place-issue.js';

export interface Faults {
  /** Errors first. */
  readonly findings: readonly Finding[];
  /** How many of them keep the draft from being saved at all; the others only keep it from being published. */
  readonly unsaveable: number;
}

/** Everything to say about a draft while it is typed: what cannot be saved, and what the rules find (`checkStandard`). */
export function findFaults(form: DraftForm, id: StandardId): Faults {
  const contents = contentsOf(form);
  const issues = standardContents.safeParse(contents).error?.issues ?? [];
  const unsaveable = issues.map(({ path, message }): Finding => {
    const place = placeIssue(form, path);
    const said = Number.isNaN(valueAt(contents, path)) ? 'cannot be read as a number' : message;
    return { severity: 'error', place, message: `${nameOfPlace(form, place)} ${said}` };
  });
  const known = new Set(unsaveable.map((one) => placeId(one.place)));
  const found = placeAll(form, checkStandard(asStandard(contents, id))).filter((one) => !known.has(placeId(one.place)));
  return { findings: errorsFirst([...unsaveable, ...found]), unsaveable: unsaveable.length };
}

/** The server's findings at their fields. */
export const placeAll = (form: DraftForm, findings: readonly StandardFindingView[]): readonly Finding[] =>
  findings.map((one) => ({
    severity: one.severity,
    message: one.message,
    place: placeFinding(form, one) satisfies Place,
  }));

/** Errors before warnings; each in the order in which they were found. */
export const errorsFirst = (findings: readonly Finding[]): readonly Finding[] => [
  ...findings.filter((one) => one.severity === 'error'),
  ...findings.filter((one) => one.severity === 'warning'),
];

function valueAt(contents: StandardContents, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, name) => (value as Record<PropertyKey, unknown> | undefined)?.[name], contents);
}

/** The rules need numbers: one that cannot be read counts as none. */
const asStandard = (contents: StandardContents, id: StandardId): Standard => ({
  ...(JSON.parse(JSON.stringify(contents, (_, value) => (Number.isNaN(value) ? 0 : value))) as StandardContents),
  id,
});
