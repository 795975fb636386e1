import type {
  AcceptInvitationRefusal,
  AcceptWithoutAccountRefusal,
  AllowDomainRefusal,
  AddPasskeyRefusal,
  AnswerRefusal,
  AssignMentorRefusal,
  AttestMasteryRefusal,
  AwardRefusal,
  ChangeEmployerRefusal,
  ChangeStatusRefusal,
  ClaimRefusal,
  ChoosePasswordRefusal,
  CheckResultRefusal,
  ClosedRecordRefusal,
  ComeInRefusal,
  ConfirmCompletionRefusal,
  ConnectPlatformRefusal,
  CodesLockedRefusal,
  CorrectPlatformRefusal,
  CorrectRecordRefusal,
  CreateSectionRefusal,
  CustomiseRefusal,
  DecideDeploymentRefusal,
  DecideHoursRefusal,
  DecideReviewRefusal,
  DecideStandingRefusal,
  DeclineSignOffRefusal,
  DraftAgreementRefusal,
  EditStandardRefusal,
  EndMentorshipRefusal,
  EndRoleRefusal,
  FreshSignInRefusal,
  EraseRefusal,
  GiveWageStepRefusal,
  InviteApprenticeRefusal,
  InvitePartnerRefusal,
  GiveUntilRefusal,
  InviteRefusal,
  LiftHoldRefusal,
  LogHoursRefusal,
  MappingPolicyRefusal,
  ManageInvitationRefusal,
  MoveRefusal,
  ObserveRefusal,
  OpenCountsRefusal,
  OpenDemographicsRefusal,
  OpenHoursRefusal,
  OpenMentorLinkRefusal,
  OpenRecordRefusal,
  PickCoursesRefusal,
  PlaceHoldRefusal,
  PublishStandardRefusal,
  RecordCredentialRefusal,
  RecordPaidHoursRefusal,
  RegistrationRefusal,
  RemoveConnectionRefusal,
  RemoveSecondFactorRefusal,
  ReportNoticeRefusal,
  RequestDomainRefusal,
  RequestSignOffRefusal,
  RequestStandingRefusal,
  RequireSecondFactorRefusal,
  ResetSecondFactorRefusal,
  ReturnCompletionRefusal,
  ReturnHoursRefusal,
  ReviewItemRefusal,
  SendMentorLinkRefusal,
  SecondFactorRefusal,
  SignOffRefusal,
  SignOutSomebodyRefusal,
  SubmitHoursRefusal,
  TransferRefusal,
  TryCodeRefusal,
  UndoApprovalRefusal,
  UndoConfirmationRefusal,
  UseProviderRefusal,
  VarianceRefusal,
  VoidEntryRefusal,
  VoidSignOffRefusal,
  WithdrawAnswerRefusal,
  WithdrawSignOffRequestRefusal,
} from '@journeybook/domain';
import type { SecondStepWay } from '@journeybook/contracts';

/** What the API itself refuses, before or beside the rules. */
export type RequestRefusal =
  | { readonly kind: 'invalid-request' }
  | { readonly kind: 'not-signed-in' }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'foreign-origin' }
  | { readonly kind: 'wrong-credentials' }
  | { readonly kind: 'too-many-attempts'; readonly seconds: number }
  | { readonly kind: 'too-many-requests'; readonly seconds: number }
  | { readonly kind: 'too-slow' }
  | { readonly kind: 'too-busy' }
  | { readonly kind: 'if-match-missing' }
  | { readonly kind: 'key-used-otherwise' }
  | { readonly kind: 'still-running' }
  | { readonly kind: 'carried-out-already' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'id-taken' }
  | { readonly kind: 'launch-ended' }
  | { readonly kind: 'section-not-mapped' }
  | { readonly kind: 'not-a-learner-here' }
  | { readonly kind: 'learner-not-matched' }
  | { readonly kind: 'not-an-apprentice-here' }
  | { readonly kind: 'course-not-offered' }
  | { readonly kind: 'no-reading-service' }
  | { readonly kind: 'file-faulty' }
  | { readonly kind: 'not-a-mentor-here' }
  | { readonly kind: 'wrong-password' }
  | { readonly kind: 'link-over' }
  | { readonly kind: 'sign-in-with-organization' }
  | { readonly kind: 'no-provider-entered' }
  | { readonly kind: 'no-provider-for-domain'; readonly domain: string }
  | { readonly kind: 'client-secret-missing' }
  | {
      readonly kind: 'provider-not-reached';
      readonly why: 'no-answer' | 'no-provider' | 'another-issuer' | 'not-public';
    }
  | { readonly kind: 'provider-knows-us-not' }
  | { readonly kind: 'provider-declined' }
  | { readonly kind: 'provider-answer-wrong' }
  | { readonly kind: 'way-back-over' }
  | { readonly kind: 'mentor-code-over' }
  | { readonly kind: 'link-session-over' }
  | { readonly kind: 'second-factor-asked'; readonly ways: readonly SecondStepWay[] }
  | { readonly kind: 'sign-in-over' }
  | { readonly kind: 'wrong-recovery-code' }
  | { readonly kind: 'setup-over' }
  | { readonly kind: 'challenge-over' }
  | { readonly kind: 'passkey-refused' }
  | { readonly kind: 'passkey-known' };

/** Every refusal that can leave the API; two maps below this type say how, and neither compiles with one left out. */
export type Refusal =
  | RequestRefusal
  | AcceptInvitationRefusal
  | AcceptWithoutAccountRefusal
  | AllowDomainRefusal
  | OpenMentorLinkRefusal
  | SendMentorLinkRefusal
  | ComeInRefusal
  | RequestDomainRefusal
  | UseProviderRefusal
  | AddPasskeyRefusal
  | CodesLockedRefusal
  | FreshSignInRefusal
  | RemoveSecondFactorRefusal
  | RequireSecondFactorRefusal
  | ResetSecondFactorRefusal
  | SignOutSomebodyRefusal
  | SecondFactorRefusal
  | TryCodeRefusal
  | ChoosePasswordRefusal
  | EndRoleRefusal
  | InviteApprenticeRefusal
  | InvitePartnerRefusal
  | GiveUntilRefusal
  | InviteRefusal
  | ManageInvitationRefusal
  | AssignMentorRefusal
  | AttestMasteryRefusal
  | AwardRefusal
  | ChangeEmployerRefusal
  | ChangeStatusRefusal
  | ClaimRefusal
  | CheckResultRefusal
  | ClosedRecordRefusal
  | ConfirmCompletionRefusal
  | ConnectPlatformRefusal
  | CorrectPlatformRefusal
  | RemoveConnectionRefusal
  | DecideDeploymentRefusal
  | CorrectRecordRefusal
  | CreateSectionRefusal
  | CustomiseRefusal
  | DecideHoursRefusal
  | DecideReviewRefusal
  | DecideStandingRefusal
  | DeclineSignOffRefusal
  | DraftAgreementRefusal
  | EditStandardRefusal
  | EndMentorshipRefusal
  | GiveWageStepRefusal
  | LogHoursRefusal
  | MappingPolicyRefusal
  | MoveRefusal
  | ObserveRefusal
  | OpenHoursRefusal
  | OpenRecordRefusal
  | PickCoursesRefusal
  | PublishStandardRefusal
  | RecordCredentialRefusal
  | RecordPaidHoursRefusal
  | RegistrationRefusal
  | ReportNoticeRefusal
  | RequestSignOffRefusal
  | RequestStandingRefusal
  | ReturnCompletionRefusal
  | ReturnHoursRefusal
  | ReviewItemRefusal
  | SignOffRefusal
  | SubmitHoursRefusal
  | TransferRefusal
  | UndoApprovalRefusal
  | UndoConfirmationRefusal
  | VarianceRefusal
  | VoidEntryRefusal
  | VoidSignOffRefusal
  | WithdrawSignOffRequestRefusal
  | AnswerRefusal
  | WithdrawAnswerRefusal
  | OpenCountsRefusal
  | OpenDemographicsRefusal
  | PlaceHoldRefusal
  | LiftHoldRefusal
  | EraseRefusal;

export type RefusalKind = Refusal['kind'];
