import type { Installation } from '@journeybook/contracts';
import type { Jobs } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { DynamicModule } from '@nestjs/common';
import { Module, StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE, Reflector } from '@nestjs/core';
import { accessUseCases } from './access/access-use-cases.js';
import { AccountController } from './access/account.controller.js';
import { PasskeyController } from './access/passkey.controller.js';
import { SecondFactorController } from './access/second-factor.controller.js';
import { SecondFactorPolicyController } from './access/second-factor-policy.controller.js';
import { SecondStepController } from './access/second-step.controller.js';
import { SessionController } from './access/session.controller.js';
import { AgreementController } from './apprenticeship/agreement.controller.js';
import { AuditController } from './audit/audit.controller.js';
import { ReadActivity } from './audit/read-activity.js';
import { AssignMentor } from './apprenticeship/assign-mentor.js';
import { ChangeEmployer } from './apprenticeship/change-employer.js';
import { ChangeStatus } from './apprenticeship/change-status.js';
import { DraftAgreement } from './apprenticeship/draft-agreement.js';
import { EndMentorship } from './apprenticeship/end-mentorship.js';
import { ListNotices } from './apprenticeship/list-notices.js';
import { ListOtherEmployers } from './apprenticeship/list-other-employers.js';
import { ListPossibleMentors } from './apprenticeship/list-possible-mentors.js';
import { ListProgramOptions } from './apprenticeship/list-program-options.js';
import { MentorshipController } from './apprenticeship/mentorship.controller.js';
import { NoticeController } from './apprenticeship/notice.controller.js';
import { ReadAgreement } from './apprenticeship/read-agreement.js';
import { RegisterApprentice } from './apprenticeship/register-apprentice.js';
import { ReportNotice } from './apprenticeship/report-notice.js';
import { TransferApprentice } from './apprenticeship/transfer-apprentice.js';
import { Clock } from './clock.js';
import { CompetencyController } from './competency/competency.controller.js';
import { DeclineSignOff } from './competency/decline-sign-off.js';
import { DemonstrateCompetency } from './competency/demonstrate-competency.js';
import { ListSignOffRequests } from './competency/list-sign-off-requests.js';
import { ObserveCompetency } from './competency/observe-competency.js';
import { ReadHistory } from './competency/read-history.js';
import { RequestSignOff } from './competency/request-sign-off.js';
import { SignOffCompetency } from './competency/sign-off-competency.js';
import { AttestMastery } from './completion/attest-mastery.js';
import { AwardCompletion } from './completion/award-completion.js';
import { CompletionController } from './completion/completion.controller.js';
import { ListCompletions } from './completion/list-completions.js';
import { ReadCompletion } from './completion/read-completion.js';
import { RecordCredential } from './completion/record-credential.js';
import { ReturnCompletion } from './completion/return-completion.js';
import { ReviewItems } from './completion/review-items.js';
import { SignOffRequestController } from './competency/sign-off-request.controller.js';
import { VoidSignOff } from './competency/void-sign-off.js';
import { WithdrawSignOffRequest } from './competency/withdraw-sign-off-request.js';
import type { Config } from './config.js';
import { HoursController } from './hours/hours.controller.js';
import { hoursUseCases } from './hours/hours-use-cases.js';
import { PaidHoursController } from './hours/paid-hours.controller.js';
import { RecordedHoursController } from './hours/recorded-hours.controller.js';
import { ActingInterceptor } from './http/acting.interceptor.js';
import { guards } from './http/guards.js';
import { HealthController } from './http/health.controller.js';
import { IdempotencyInterceptor } from './http/idempotency.interceptor.js';
import { logging } from './http/logging.js';
import { NoteRefusal } from './http/note-refusal.js';
import { ProblemFilter } from './http/problem.filter.js';
import { throttling } from './http/throttling.js';
import { validation } from './http/validation.js';
import { instructionUseCases } from './instruction/instruction-use-cases.js';
import { LmsController } from './instruction/lms.controller.js';
import { PickerController } from './instruction/picker.controller.js';
import { SectionController } from './instruction/section.controller.js';
import { TeachingController } from './instruction/teaching.controller.js';
import { AddCollege } from './platform/add-college.js';
import { CheckPlatform } from './platform/check-platform.js';
import { CorrectPlatform } from './platform/correct-platform.js';
import { ConnectPlatform } from './platform/connect-platform.js';
import { DecidePlatform } from './platform/decide-platform.js';
import { InvitePlatform } from './platform/invite-platform.js';
import { ListColleges } from './platform/list-colleges.js';
import { PlatformController } from './platform/platform.controller.js';
import { ReadPlatforms } from './platform/read-platforms.js';
import { RemovePlatform } from './platform/remove-platform.js';
import { Mailer } from './mail/mailer.js';
import { openMailer } from './mail/open-mailer.js';
import { LinkSessionController } from './mentor-link/link-session.controller.js';
import { mentorLinkUseCases } from './mentor-link/mentor-link-use-cases.js';
import { MentorLinkController } from './mentor-link/mentor-link.controller.js';
import { AcceptInvitation } from './people/accept-invitation.js';
import { EndRole } from './people/end-role.js';
import { InviteApprentice } from './people/invite-apprentice.js';
import { InvitePartner } from './people/invite-partner.js';
import { Invite } from './people/invite.js';
import { ListPeople } from './people/list-people.js';
import { ManageInvitation } from './people/manage-invitation.js';
import { PeopleController } from './people/people.controller.js';
import { SendInvitation } from './people/send-invitation.js';
import { WelcomeController } from './people/welcome.controller.js';
import { providerUseCases } from './provider/provider-use-cases.js';
import { ProviderSignInController } from './provider/provider-sign-in.controller.js';
import { ProviderController } from './provider/provider.controller.js';
import { AnswerVault } from './vault/answer-vault.js';
import { privacyUseCases } from './privacy/privacy-use-cases.js';
import { PrivacyController } from './privacy/privacy.controller.js';
import { CompareStandards } from './program/compare-standards.js';
import { CreateDraft } from './program/create-draft.js';
import { Customise } from './program/customise.js';
import { DraftController } from './program/draft.controller.js';
import { EditDraft } from './program/edit-draft.js';
import { ImportDraft } from './program/import-draft.js';
import { ListStandards } from './program/list-standards.js';
import { MoveApprentice } from './program/move-apprentice.js';
import { MoveController } from './program/move.controller.js';
import { ProgramController } from './program/program.controller.js';
import { ProposeMove } from './program/propose-move.js';
import { PublishDraft } from './program/publish-draft.js';
import { ReadCustomisation } from './program/read-customisation.js';
import { ReadStandard } from './program/read-standard.js';
import { ListApprenticeships } from './record/list-apprenticeships.js';
import { ReadRecord } from './record/read-record.js';
import { RecordController } from './record/record.controller.js';
import { retentionUseCases } from './retention/retention-use-cases.js';
import { RetentionController } from './retention/retention.controller.js';
import { DecideStanding } from './standing/decide-standing.js';
import { ListStandingRequests } from './standing/list-standing-requests.js';
import { ReadStanding } from './standing/read-standing.js';
import { RequestStanding } from './standing/request-standing.js';
import { StandingController } from './standing/standing.controller.js';
import { VoidEntry } from './record/void-entry.js';
import { configToken, demoSignInsToken, jobsToken } from './tokens.js';
import { GiveWageStep } from './wages/give-wage-step.js';
import { ListWagesDue } from './wages/list-wages-due.js';
import { ReadWages } from './wages/read-wages.js';
import { WagesController } from './wages/wages.controller.js';

export interface Services {
  readonly config: Config;
  readonly database: Database;
  readonly vault: AnswerVault;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly demoSignIns: Installation['signIns'];
}

const controllers = [
  HealthController,
  SessionController,
  AccountController,
  SecondStepController,
  SecondFactorController,
  PasskeyController,
  SecondFactorPolicyController,
  PeopleController,
  WelcomeController,
  ProviderController,
  ProviderSignInController,
  MentorLinkController,
  LinkSessionController,
  HoursController,
  RecordedHoursController,
  PaidHoursController,
  RecordController,
  AuditController,
  CompetencyController,
  SignOffRequestController,
  AgreementController,
  MentorshipController,
  NoticeController,
  ProgramController,
  DraftController,
  MoveController,
  StandingController,
  WagesController,
  CompletionController,
  SectionController,
  TeachingController,
  PlatformController,
  LmsController,
  PickerController,
  PrivacyController,
  RetentionController,
];

const useCases = [
  ...accessUseCases,
  ...providerUseCases,
  ...mentorLinkUseCases,
  ...hoursUseCases,
  ...instructionUseCases,
  NoteRefusal,
  ListPeople,
  SendInvitation,
  Invite,
  InvitePartner,
  InviteApprentice,
  ManageInvitation,
  AcceptInvitation,
  EndRole,
  ReadRecord,
  ListApprenticeships,
  ReadActivity,
  VoidEntry,
  DemonstrateCompetency,
  ObserveCompetency,
  SignOffCompetency,
  VoidSignOff,
  ReadHistory,
  RequestSignOff,
  WithdrawSignOffRequest,
  ListSignOffRequests,
  DeclineSignOff,
  ListProgramOptions,
  DraftAgreement,
  ReadAgreement,
  RegisterApprentice,
  ChangeStatus,
  TransferApprentice,
  ChangeEmployer,
  ListOtherEmployers,
  ListPossibleMentors,
  AssignMentor,
  EndMentorship,
  ListNotices,
  ReportNotice,
  ListStandards,
  ReadStandard,
  CompareStandards,
  CreateDraft,
  ImportDraft,
  EditDraft,
  PublishDraft,
  ReadCustomisation,
  Customise,
  ProposeMove,
  MoveApprentice,
  ReadStanding,
  RequestStanding,
  ListStandingRequests,
  DecideStanding,
  ReadWages,
  GiveWageStep,
  ListWagesDue,
  ReadCompletion,
  RecordCredential,
  AttestMastery,
  ReviewItems,
  AwardCompletion,
  ReturnCompletion,
  ListCompletions,
  ListColleges,
  AddCollege,
  ReadPlatforms,
  RemovePlatform,
  InvitePlatform,
  ConnectPlatform,
  DecidePlatform,
  CheckPlatform,
  CorrectPlatform,
  ...privacyUseCases,
  ...retentionUseCases,
];

@Module({})
export class AppModule {
  static with({ config, database, vault, jobs, clock, demoSignIns }: Services): DynamicModule {
    return {
      module: AppModule,
      imports: [logging(config), throttling(config)],
      controllers,
      providers: [
        ...useCases,
        { provide: configToken, useValue: config },
        { provide: Database, useValue: database },
        { provide: AnswerVault, useValue: vault },
        { provide: jobsToken, useValue: jobs },
        { provide: Clock, useValue: clock },
        { provide: Mailer, useFactory: () => openMailer(config, clock) },
        { provide: demoSignInsToken, useValue: demoSignIns },
        ...guards,
        { provide: APP_PIPE, useValue: validation },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: ActingInterceptor },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
        {
          provide: APP_INTERCEPTOR,
          useFactory: (reflector: Reflector) => new StandardSchemaSerializerInterceptor(reflector),
          inject: [Reflector],
        },
      ],
    };
  }
}
