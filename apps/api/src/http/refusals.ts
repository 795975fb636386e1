import type {
  ConfirmCompletionRefusal,
  DecideHoursRefusal,
  LogHoursRefusal,
  OpenHoursRefusal,
  OpenRecordRefusal,
  ReturnHoursRefusal,
  SignOffRefusal,
  SubmitHoursRefusal,
  UndoApprovalRefusal,
} from '@journeybook/domain';

/** What the API itself refuses, before or beside the rules. */
export type RequestRefusal =
  | { readonly kind: 'invalid-request' }
  | { readonly kind: 'not-signed-in' }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'foreign-origin' }
  | { readonly kind: 'wrong-credentials' }
  | { readonly kind: 'too-many-attempts' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'id-taken' }
  | { readonly kind: 'launch-ended' }
  | { readonly kind: 'section-not-mapped' }
  | { readonly kind: 'not-a-learner-here' }
  | { readonly kind: 'learner-not-matched' }
  | { readonly kind: 'not-an-apprentice-here' }
  | { readonly kind: 'course-not-offered' }
  | { readonly kind: 'no-roster-service' };

/** Every refusal that can leave the API; two maps below this type say how, and neither compiles with one left out. */
export type Refusal =
  | RequestRefusal
  | OpenRecordRefusal
  | LogHoursRefusal
  | SubmitHoursRefusal
  | OpenHoursRefusal
  | DecideHoursRefusal
  | ReturnHoursRefusal
  | UndoApprovalRefusal
  | SignOffRefusal
  | ConfirmCompletionRefusal;

export type RefusalKind = Refusal['kind'];
