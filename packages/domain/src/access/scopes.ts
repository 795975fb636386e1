import type { Role } from './roles.js';

export const scopes = [
  'hours:log',
  'hours:approve',
  'hours:correct-record',
  'hours:approve-variance',
  'hours:record-paid',
  'competency:request',
  'competency:demonstrate',
  'competency:observe',
  'competency:sign-off',
  'competency:void',
  'record:read',
  'record:void',
  'apprenticeship:list',
  'apprenticeship:register',
  'apprenticeship:change-status',
  'apprenticeship:transfer',
  'apprenticeship:change-employer',
  'apprenticeship:assign-mentor',
  'apprenticeship:report',
  'program:read',
  'program:edit',
  'program:publish',
  'program:move-apprentice',
  'program:customise',
  'standing:request',
  'standing:decide',
  'wages:read',
  'wages:give',
  'completion:record-credential',
  'completion:attest',
  'completion:review',
  'completion:award',
  'platform:manage',
  'people:list',
  'people:invite',
  'people:end-role',
  'people:second-factor',
  'privacy:answer',
  'privacy:report',
  'retention:manage',
  'instruction:map-course',
  'instruction:pick-course',
  'instruction:match-learner',
  'instruction:confirm',
  'instruction:give-claim-code',
  'instruction:read-section',
  'instruction:read-own-record',
  'instruction:report',
] as const;

/** One thing an actor may try. Which row it may be tried on is a rule of its own. */
export type Scope = (typeof scopes)[number];

/** What each role may try at all; silence is denial. */
export const roleScopes = {
  apprentice: [
    'hours:log',
    'competency:request',
    'record:read',
    'apprenticeship:list',
    'apprenticeship:change-status',
    'program:read',
    'standing:request',
    'wages:read',
    'privacy:answer',
  ],
  mentor: [
    'hours:approve',
    'hours:correct-record',
    'competency:demonstrate',
    'competency:observe',
    'competency:sign-off',
    'competency:void',
    'record:read',
    'apprenticeship:list',
    'program:read',
  ],
  'employer-admin': [
    'hours:record-paid',
    'record:read',
    'apprenticeship:list',
    'apprenticeship:assign-mentor',
    'program:read',
    'program:customise',
    'standing:request',
    'wages:read',
    'wages:give',
    'completion:record-credential',
    'completion:attest',
    'instruction:give-claim-code',
    'people:list',
    'people:invite',
    'people:end-role',
    'people:second-factor',
  ],
  instructor: [],
  'college-admin': ['platform:manage', 'people:list', 'people:invite', 'people:end-role', 'people:second-factor'],
  'sponsor-admin': [
    'hours:correct-record',
    'hours:approve-variance',
    'competency:void',
    'record:read',
    'record:void',
    'apprenticeship:list',
    'apprenticeship:register',
    'apprenticeship:change-status',
    'apprenticeship:transfer',
    'apprenticeship:change-employer',
    'apprenticeship:assign-mentor',
    'apprenticeship:report',
    'program:read',
    'program:edit',
    'program:publish',
    'program:move-apprentice',
    'standing:request',
    'standing:decide',
    'wages:read',
    'wages:give',
    'completion:record-credential',
    'completion:review',
    'completion:award',
    'instruction:give-claim-code',
    'platform:manage',
    'people:list',
    'people:invite',
    'people:end-role',
    'people:second-factor',
    'privacy:report',
    'retention:manage',
  ],
  auditor: [],
} as const satisfies Record<Role, readonly Scope[]>;

/** What a launch from a learning platform may try, by the membership role it was opened with (lti.md §7.5). */
export const launchScopes = {
  instructor: [
    'instruction:read-section',
    'instruction:map-course',
    'instruction:match-learner',
    'instruction:confirm',
  ],
  assistant: ['instruction:read-section'],
  learner: ['instruction:read-own-record'],
  visitor: [],
} as const satisfies Record<LaunchRole, readonly Scope[]>;

/** What the picker of RTI courses may try, which a platform opens for an instructor to add a link. */
export const pickerScopes = ['instruction:pick-course'] as const satisfies readonly Scope[];

/** The role a person holds in the LMS course that was launched from. */
export type LaunchRole = 'instructor' | 'assistant' | 'learner' | 'visitor';

/** What the LTI tool's machine credential may do, and nothing else. */
export const machineScopes = ['instruction:report'] as const satisfies readonly Scope[];

/** Whether any of the roles may try it. */
export const anyRoleMay = (roles: readonly Role[], scope: Scope): boolean =>
  roles.some((role) => (roleScopes[role] as readonly Scope[]).includes(scope));
