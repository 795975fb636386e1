import type { ApprenticeshipId, ApprenticeshipStatus, PersonId } from '@journeybook/domain';
import { instantText } from '../instant-text.js';

/** Somebody in training whom a learner of this college may be. */
export interface ApprenticeCandidate {
  readonly apprenticeship: ApprenticeshipId;
  readonly person: PersonId;
  readonly name: string;
  readonly email: string | null;
  readonly studentId: string | null;
  readonly occupation: string;
  readonly rapidsCode: string;
  readonly employer: string;
  readonly status: ApprenticeshipStatus;
}

const agreementsWith = (college: string) => `
  select a.id as apprenticeship, p.id as person, p.name, p.email, p.student_number as "studentId",
    s.occupation_title as occupation, s.rapids_code as "rapidsCode", e.name as employer, a.status
  from partnerships c
  join apprenticeships a on a.sponsor_id = c.sponsor_id
  join people p on p.id = a.apprentice_id
  join standards s on s.id = a.standard_id
  join organizations e on e.id = a.employer_id
  where c.organization_id = ${college}`;

const inTraining = `a.status in ('registered', 'active', 'suspended')`;

/** Apprentices in training with the sponsors of a college, $1. */
export const candidates = `${agreementsWith('$1')} and ${inTraining}`;

/** The agreement in an occupation of somebody whom a college teaches: that of their training, or the last one that is over. */
export const agreementOf = ({ college, person, rapidsCode }: Record<'college' | 'person' | 'rapidsCode', string>) =>
  `${agreementsWith(college)} and p.id = ${person} and s.rapids_code = ${rapidsCode}
   order by ${inTraining} desc, a.began_on desc limit 1`;

/** The grades of `course_results r` that were read, oldest first. */
export const seenGrades = `
  select json_agg(json_build_object('percent', r.score_percent, 'comment', r.comment,
    'readAt', ${instantText('r.observed_at')}) order by r.observed_at, r.id) as grades
  from course_results r`;
