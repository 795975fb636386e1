import { endpoints } from '@journeybook/contracts';

type Name = keyof typeof endpoints;

/** What each operation is called, as `try|done rest`; leave one out and it does not compile. */
const words: Record<Name, string> = {
  signIn: 'sign|signed in',
  currentSession: 'read|read who is signed in',
  signOut: 'sign|signed out',
  finishSignIn: 'sign|signed in with a second step',
  askPasskeyToSignIn: 'ask|asked to sign in with a passkey',
  signInWithPasskey: 'sign|signed in with a passkey',
  freshenSession: 'prove|proved who they are anew',
  askPasskeyToFreshen: 'ask|asked to prove who they are with a passkey',
  freshenWithPasskey: 'prove|proved who they are anew with a passkey',
  readSecondFactors: 'open|opened their second steps',
  startAuthenticator: 'begin|began to set up an authenticator app',
  confirmAuthenticator: 'set|set up an authenticator app',
  removeAuthenticator: 'remove|removed their authenticator app',
  renewRecoveryCodes: 'renew|renewed their recovery codes',
  askForNewPasskey: 'begin|began to make a passkey',
  addPasskey: 'add|added a passkey',
  renamePasskey: 'rename|renamed a passkey of theirs',
  removePasskey: 'remove|removed a passkey of theirs',
  listSecondFactors: 'list|listed who has a second step',
  requireSecondFactor: 'change|changed who needs a second step',
  resetSecondFactor: 'reset|reset the second step of somebody',
  installation: 'read|read what this installation is',
  changePassword: 'change|changed their password',
  listSessions: 'list|listed where they are signed in',
  endSession: 'end|ended a session of theirs',
  endOtherSessions: 'end|ended all other sessions of theirs',
  forgotPassword: 'ask|asked for a link to a new password',
  resetPassword: 'choose|chose a new password by a link',
  listPeople: 'list|listed the people',
  invite: 'invite|invited somebody to a role',
  invitePartner: 'invite|invited a partner',
  readApprenticeSignIn: 'look|looked at how an apprentice signs in',
  inviteApprentice: 'invite|invited an apprentice to sign in',
  resendInvitation: 'send|sent an invitation again',
  revokeInvitation: 'revoke|revoked an invitation',
  endRole: 'end|ended a role',
  openInvitation: 'open|opened an invitation',
  acceptInvitation: 'accept|accepted an invitation with a new sign-in',
  joinByInvitation: 'accept|accepted an invitation',
  logHours: 'log|logged hours',
  listHours: 'list|listed hours',
  correctHours: 'correct|corrected logged hours',
  discardHours: 'discard|discarded logged hours',
  approvalQueue: 'list|listed the hours that wait',
  approveHours: 'approve|approved hours',
  undoApproval: 'take|took back an approval of hours',
  returnHours: 'return|returned hours with a reason',
  correctRecordedHours: 'correct|corrected hours on the record',
  reverseHours: 'reverse|reversed hours on the record',
  approveVariance: 'approve|approved a variance',
  listPaidHours: 'list|listed paid hours',
  recordPaidHours: 'record|recorded paid hours',
  listApprenticeships: 'list|listed the apprenticeships',
  readRecord: 'open|opened the record',
  listEntries: 'open|opened entries of the record',
  voidEntry: 'void|voided an entry of the record',
  demonstrate: 'record|recorded a demonstration',
  observe: 'record|recorded an observation',
  signOff: 'sign|signed off a skill',
  voidSignOff: 'void|voided a sign-off',
  competencyHistory: 'open|opened the history of a skill',
  requestSignOff: 'ask|asked for a sign-off',
  withdrawSignOffRequest: 'withdraw|withdrew a request for a sign-off',
  listSignOffRequests: 'list|listed requests for a sign-off',
  declineSignOff: 'decline|declined a request for a sign-off',
  programOptions: 'list|listed what an agreement can be made of',
  draftAgreement: 'draft|drafted an agreement',
  readAgreement: 'open|opened the agreement',
  registerApprentice: 'register|registered the apprentice',
  changeStatus: 'change|changed the status of the agreement',
  transferApprentice: 'transfer|transferred the apprentice',
  changeEmployer: 'change|changed the employer',
  listOtherEmployers: 'list|listed other employers',
  listPossibleMentors: 'list|listed possible mentors',
  assignMentor: 'assign|assigned a mentor',
  endMentorship: 'end|ended the assignment of a mentor',
  listNotices: 'list|listed notices to the agency',
  reportNotice: 'report|reported a notice to the agency',
  listStandards: 'list|listed the programs',
  readStandard: 'open|opened a program',
  compareStandards: 'compare|compared two versions of a program',
  listAgencyPolicies: 'list|listed what agencies ask for',
  createDraft: 'begin|began a draft of a program',
  importDraft: 'import|imported a draft of a program',
  readDraft: 'open|opened a draft of a program',
  editDraft: 'edit|edited a draft of a program',
  discardDraft: 'discard|discarded a draft of a program',
  publishDraft: 'publish|published a version of a program',
  readCustomisation: 'open|opened what an employer made its own',
  customise: 'change|changed what the employer made its own',
  proposeMove: 'look|looked at a move to another version',
  moveApprentice: 'move|moved the apprentice to another version',
  readStanding: 'open|opened advanced standing',
  requestStanding: 'ask|asked for advanced standing',
  listStandingRequests: 'list|listed requests for advanced standing',
  decideStanding: 'decide|decided a request for advanced standing',
  readWages: 'open|opened the wages',
  giveWageStep: 'record|recorded a wage step',
  listWagesDue: 'list|listed wage steps that are due',
  readCompletion: 'open|opened completion',
  recordCredential: 'record|recorded a completion credential',
  attestMastery: 'attest|attested mastery',
  reviewItems: 'review|reviewed requirements of completion',
  awardCompletion: 'award|awarded completion',
  returnCompletion: 'return|returned completion with reasons',
  listCompletions: 'list|listed completions to review',
  openLaunch: 'open|opened Journeybook from a learning platform',
  renewLaunch: 'keep|kept a page in a learning platform open',
  readSection: 'open|opened a section',
  readRoster: 'ask|asked the learning platform for the roster',
  mapCourse: 'say|said which course a section is',
  searchApprentices: 'search|searched for an apprentice',
  matchLearner: 'confirm|confirmed who a learner is',
  declineSuggestion: 'decline|declined a suggestion of who a learner is',
  unmatchLearner: 'take|took back who a learner is',
  confirmCompletions: 'confirm|confirmed completions of a course',
  undoCompletions: 'take|took back completions of a course',
  decideReviews: 'decide|decided credits in question',
  claimRecord: 'claim|claimed their record with a code',
  giveClaimCode: 'give|gave a claim code',
  ownLaunchRecord: 'open|opened their own record in a learning platform',
  ownLaunchEntries: 'open|opened entries of their own record in a learning platform',
  readPicker: 'open|opened the picker of courses',
  pickCourses: 'pick|picked courses for a link',
  listPlatformColleges: 'list|listed the colleges',
  addCollege: 'add|added a college',
  readPlatforms: 'open|opened the platforms of a college',
  invitePlatform: 'invite|invited a learning platform',
  connectPlatform: 'connect|connected a learning platform',
  approvePlatform: 'approve|approved a learning platform',
  blockPlatform: 'block|blocked a learning platform',
  unblockPlatform: 'unblock|unblocked a learning platform',
  renamePlatform: 'rename|renamed a learning platform',
  checkPlatform: 'ask|asked for a check of a learning platform',
  reportLaunch: 'report|reported a launch',
  reportRoster: 'report|reported a roster',
  reportResults: 'report|reported grades',
  reportSyncFailure: 'report|reported a fault',
  readScoreDelivery: 'read|read a score to deliver',
  reportScoreOutcome: 'report|reported what became of a score',
  reportPicker: 'report|reported a picker',
  readPicks: 'read|read what was picked',
  listActivity: 'open|opened the activity',
  exportActivity: 'export|exported the activity',
  listActions: 'list|listed what can be done',
  ownActivity: 'look|looked at the activity on their own record',
};

const names = Object.keys(words) as Name[];
const byAction = new Map(names.map((name) => [actionOf(name), name]));

/** Method and pattern of an operation, as they stand on file. */
export function actionOf(name: Name): string {
  const { method, path } = endpoints[name];
  return `${method} ${path}`;
}

export const isOperation = (name: string): name is Name => Object.hasOwn(words, name);

/** What was done, in a sentence without its subject: "approved hours", "tried to approve hours and was refused". */
export function sayAction(action: string, refused: boolean): string {
  const name = byAction.get(action);
  // An operation of an earlier version, which today's has no name for.
  if (!name) return refused ? 'was refused something that is no more' : 'did something that is no more';
  return refused ? `tried to ${verb(name, 0)} and was refused` : verb(name, 1);
}

/** What can change something or is put on file when it is looked at, in alphabetical order. */
export const listedActions = names
  .map((action) => ({ action, what: verb(action, 1) }))
  .toSorted((a, b) => (a.what < b.what ? -1 : 1));

function verb(name: Name, form: 0 | 1): string {
  const [forms = '', ...rest] = words[name].split(' ');
  return [forms.split('|')[form], ...rest].join(' ');
}
