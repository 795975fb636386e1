import { describe, expect, test } from 'vitest';
import { anyRoleMay, launchScopes, linkScopes, machineScopes, pickerScopes, roleScopes, scopes } from './scopes.js';

test('who may try what is visible in one place', () => {
  expect({ roleScopes, launchScopes, machineScopes }).toMatchInlineSnapshot(`
    {
      "launchScopes": {
        "assistant": [
          "instruction:read-section",
        ],
        "instructor": [
          "instruction:read-section",
          "instruction:map-course",
          "instruction:match-learner",
          "instruction:confirm",
        ],
        "learner": [
          "instruction:read-own-record",
        ],
        "visitor": [],
      },
      "machineScopes": [
        "instruction:report",
      ],
      "roleScopes": {
        "apprentice": [
          "hours:log",
          "competency:request",
          "mentor-link:send",
          "record:read",
          "apprenticeship:list",
          "apprenticeship:change-status",
          "program:read",
          "standing:request",
          "standing:read",
          "completion:read",
          "wages:read",
          "audit:read-own",
          "privacy:answer",
        ],
        "auditor": [
          "record:read",
          "apprenticeship:list",
          "program:read",
          "audit:read",
        ],
        "college-admin": [
          "instruction:teach",
          "platform:manage",
          "people:list",
          "people:invite",
          "people:end-role",
          "people:second-factor",
          "organization:connect-sign-in",
          "audit:read",
        ],
        "employer-admin": [
          "hours:record-paid",
          "mentor-link:send",
          "record:read",
          "apprenticeship:list",
          "apprenticeship:assign-mentor",
          "program:read",
          "program:customise",
          "standing:request",
          "standing:read",
          "completion:read",
          "audit:read",
          "wages:read",
          "wages:give",
          "completion:record-credential",
          "completion:attest",
          "instruction:give-claim-code",
          "people:list",
          "people:invite",
          "people:end-role",
          "people:second-factor",
          "organization:connect-sign-in",
        ],
        "instructor": [
          "instruction:teach",
        ],
        "mentor": [
          "hours:approve",
          "hours:correct-record",
          "competency:demonstrate",
          "competency:observe",
          "competency:sign-off",
          "competency:void",
          "record:read",
          "apprenticeship:list",
          "program:read",
          "standing:read",
          "completion:read",
        ],
        "sponsor-admin": [
          "hours:correct-record",
          "hours:approve-variance",
          "competency:void",
          "record:read",
          "record:void",
          "apprenticeship:list",
          "apprenticeship:register",
          "apprenticeship:change-status",
          "apprenticeship:transfer",
          "apprenticeship:change-employer",
          "apprenticeship:assign-mentor",
          "apprenticeship:report",
          "program:read",
          "program:edit",
          "program:publish",
          "program:move-apprentice",
          "standing:request",
          "standing:read",
          "completion:read",
          "audit:read",
          "standing:decide",
          "wages:read",
          "wages:give",
          "completion:record-credential",
          "completion:review",
          "completion:award",
          "instruction:give-claim-code",
          "platform:manage",
          "people:list",
          "people:invite",
          "people:end-role",
          "organization:connect-sign-in",
          "people:second-factor",
          "privacy:report",
          "retention:manage",
        ],
      },
    }
  `);
});

test('every scope is given to somebody and stands once in the list', () => {
  const given = [
    ...Object.values(roleScopes),
    ...Object.values(launchScopes),
    machineScopes,
    pickerScopes,
    linkScopes,
  ].flat();
  expect(new Set(given)).toEqual(new Set(scopes));
  expect(new Set(scopes).size).toBe(scopes.length);
});

describe('trying', () => {
  test('is open to a person when any of the roles allows it', () => {
    expect(anyRoleMay(['apprentice', 'mentor'], 'hours:approve')).toBe(true);
  });
  test.each([
    ['nobody in particular', [], 'record:read'],
    ['an apprentice', ['apprentice'], 'hours:approve'],
    ['a mentor', ['mentor'], 'hours:log'],
    ['an instructor outside a launch', ['instructor'], 'instruction:confirm'],
    ['an auditor', ['auditor'], 'completion:read'],
    ['a sponsor', ['sponsor-admin'], 'instruction:report'],
  ] as const)('is closed to %s', (_, roles, scope) => {
    expect(anyRoleMay(roles, scope)).toBe(false);
  });
});

test('the machine that reports from learning platforms may do only that', () => {
  expect(machineScopes).toEqual(['instruction:report']);
  expect(pickerScopes).toEqual(['instruction:pick-course']);
});

test('the link of a mentor may decide, and nothing that a role may', () => {
  expect(linkScopes).toEqual(['mentor-link:decide']);
  expect(Object.values(roleScopes).flat()).not.toContain('mentor-link:decide');
});
