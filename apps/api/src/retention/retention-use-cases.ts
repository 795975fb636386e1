import { EraseAgreement } from './erase-agreement.js';
import { HoldRecords } from './hold-records.js';
import { ListRetention } from './list-retention.js';

/** Keeping and erasing, for the module. */
export const retentionUseCases = [ListRetention, HoldRecords, EraseAgreement];
