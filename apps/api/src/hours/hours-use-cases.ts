import { ApproveHours } from './approve-hours.js';
import { ApproveVariance } from './approve-variance.js';
import { CorrectHours } from './correct-hours.js';
import { CorrectRecordedHours } from './correct-recorded-hours.js';
import { ListOwnHours } from './list-own-hours.js';
import { ListPaidHours } from './list-paid-hours.js';
import { ListWaiting } from './list-waiting.js';
import { LogHours } from './log-hours.js';
import { RecordPaidHours } from './record-paid-hours.js';
import { ReturnHours } from './return-hours.js';
import { ReverseHours } from './reverse-hours.js';
import { UndoApproval } from './undo-approval.js';

/** All that is done with hours, for the module. */
export const hoursUseCases = [
  LogHours,
  CorrectHours,
  ListOwnHours,
  ListWaiting,
  ApproveHours,
  ReturnHours,
  UndoApproval,
  CorrectRecordedHours,
  ReverseHours,
  ApproveVariance,
  ListPaidHours,
  RecordPaidHours,
];
