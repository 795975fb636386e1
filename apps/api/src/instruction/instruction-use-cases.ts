import { ChangeAttendees } from './change-attendees.js';
import { ClaimRecord } from './claim-record.js';
import { ConfirmCompletions } from './confirm-completions.js';
import { ConfirmTaught } from './confirm-taught.js';
import { CreateSection } from './create-section.js';
import { CreditCompletions } from './credit-completions.js';
import { DecideReviews } from './decide-reviews.js';
import { ImportResults } from './import-results.js';
import { ListTaughtSections } from './list-taught-sections.js';
import { MapCourse } from './map-course.js';
import { MatchLearner } from './match-learner.js';
import { MatchLearners } from './match-learners.js';
import { OpenLaunch } from './open-launch.js';
import { PickCourses } from './pick-courses.js';
import { PushScores } from './push-scores.js';
import { ReadSection } from './read-section.js';
import { RecordResults } from './record-results.js';
import { ReportLaunch } from './report-launch.js';
import { ReportRoster } from './report-roster.js';
import { ReportScore } from './report-score.js';
import { UndoCompletions } from './undo-completions.js';

/** What is done about sections, by launches, in the portal and by the LTI tool. */
export const instructionUseCases = [
  ChangeAttendees,
  ClaimRecord,
  ConfirmCompletions,
  ConfirmTaught,
  CreateSection,
  CreditCompletions,
  DecideReviews,
  ImportResults,
  ListTaughtSections,
  MapCourse,
  MatchLearner,
  MatchLearners,
  OpenLaunch,
  PickCourses,
  PushScores,
  ReadSection,
  RecordResults,
  ReportLaunch,
  ReportRoster,
  ReportScore,
  UndoCompletions,
];
