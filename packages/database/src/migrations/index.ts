import { RolesCreate1795000000000 } from './1795000000000-roles-create.js';
import { RecordCreate1795000100000 } from './1795000100000-record-create.js';
import { InstructionCreate1795000150000 } from './1795000150000-instruction-create.js';
import { LtiCreate1795000200000 } from './1795000200000-lti-create.js';
import { RulesComplete1796000000000 } from './1796000000000-rules-complete.js';
import { MentorshipsWithdraw1796000100000 } from './1796000100000-mentorships-withdraw.js';
import { LaunchesExtend1797100000000 } from './1797100000000-launches-extend.js';
import { PlatformConnect1797200000000 } from './1797200000000-platform-connect.js';
import { InstructionTeach1797300000000 } from './1797300000000-instruction-teach.js';
import { LtiSync1797400000000 } from './1797400000000-lti-sync.js';
import { MappingSince1797500000000 } from './1797500000000-mapping-since.js';
import { PeopleInvite1798000000000 } from './1798000000000-people-invite.js';
import { TenantsSeparate1799100000000 } from './1799100000000-tenants-separate.js';
import { SecondFactor1799200000000 } from './1799200000000-second-factor.js';
import { ProviderConnect1799300000000 } from './1799300000000-provider-connect.js';
import { MentorLink1799300100000 } from './1799300100000-mentor-link.js';
import { AuditCreate1799350000000 } from './1799350000000-audit-create.js';
import { VaultCreate1799400000000 } from './1799400000000-vault-create.js';
import { WordsHold1799500000000 } from './1799500000000-words-hold.js';
import { GuardCreate1799600000000 } from './1799600000000-guard-create.js';
import { InstructionTaught1799700000000 } from './1799700000000-instruction-taught.js';
import { SignInProven1799710000000 } from './1799710000000-sign-in-proven.js';
import { AccountConnect1799710100000 } from './1799710100000-account-connect.js';
import { SessionReplace1799710200000 } from './1799710200000-session-replace.js';
import { OperatorAct1799710300000 } from './1799710300000-operator-act.js';
import { InvitationUntil1799710400000 } from './1799710400000-invitation-until.js';
import { InviterHold1799710500000 } from './1799710500000-inviter-hold.js';
import { SignInErase1799710600000 } from './1799710600000-sign-in-erase.js';
import { ResultsReading1799710650000 } from './1799710650000-results-reading.js';
import { ColumnLose1799710660000 } from './1799710660000-column-lose.js';
import { CopiesTell1799710700000 } from './1799710700000-copies-tell.js';
import { PlatformCorrect1799711200000 } from './1799711200000-platform-correct.js';
import { PicksPart1799711300000 } from './1799711300000-picks-part.js';
import { ScoresRestore1799711350000 } from './1799711350000-scores-restore.js';
import { ReviewsPart1799711400000 } from './1799711400000-reviews-part.js';
import { ColumnKeep1799711480000 } from './1799711480000-column-keep.js';

/** In the order of their times; a migration that has landed is never edited. */
export const migrations = [
  RolesCreate1795000000000,
  RecordCreate1795000100000,
  InstructionCreate1795000150000,
  LtiCreate1795000200000,
  RulesComplete1796000000000,
  MentorshipsWithdraw1796000100000,
  LaunchesExtend1797100000000,
  PlatformConnect1797200000000,
  InstructionTeach1797300000000,
  LtiSync1797400000000,
  MappingSince1797500000000,
  PeopleInvite1798000000000,
  TenantsSeparate1799100000000,
  SecondFactor1799200000000,
  ProviderConnect1799300000000,
  MentorLink1799300100000,
  AuditCreate1799350000000,
  VaultCreate1799400000000,
  WordsHold1799500000000,
  GuardCreate1799600000000,
  InstructionTaught1799700000000,
  SignInProven1799710000000,
  AccountConnect1799710100000,
  SessionReplace1799710200000,
  OperatorAct1799710300000,
  InvitationUntil1799710400000,
  InviterHold1799710500000,
  SignInErase1799710600000,
  ResultsReading1799710650000,
  ColumnLose1799710660000,
  CopiesTell1799710700000,
  PlatformCorrect1799711200000,
  PicksPart1799711300000,
  ScoresRestore1799711350000,
  ReviewsPart1799711400000,
  ColumnKeep1799711480000,
];
