/** A value that knows what it is: a plain string or number cannot stand in for it by accident. */
export type Brand<Value, Name extends string> = Value & { readonly __brand: Name };

export type PersonId = Brand<string, 'PersonId'>;
export type OrganizationId = Brand<string, 'OrganizationId'>;
export type StandardId = Brand<string, 'StandardId'>;
export type ApprenticeshipId = Brand<string, 'ApprenticeshipId'>;
export type HoursEntryId = Brand<string, 'HoursEntryId'>;
export type RecordEntryId = Brand<string, 'RecordEntryId'>;
export type StandingRequestId = Brand<string, 'StandingRequestId'>;
export type SignOffRequestId = Brand<string, 'SignOffRequestId'>;
export type MentorLinkId = Brand<string, 'MentorLinkId'>;
export type SectionId = Brand<string, 'SectionId'>;
export type LmsIdentityId = Brand<string, 'LmsIdentityId'>;
export type WorkProcessCode = Brand<string, 'WorkProcessCode'>;
export type CompetencyCode = Brand<string, 'CompetencyCode'>;
export type CourseCode = Brand<string, 'CourseCode'>;
export type InvitationId = Brand<string, 'InvitationId'>;
export type MembershipId = Brand<string, 'MembershipId'>;
export type PasskeyId = Brand<string, 'PasskeyId'>;
