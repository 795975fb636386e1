import type { JWK, JWTPayload } from 'jose';
import { type Column, columnsOf, getColumn, putColumn, removeColumn } from '../gradebook/gradebook.js';
import { typeGrade } from '../gradebook/type-grade.js';
import type { Fault } from '../platform/fault.js';
import { type Platform, rowsOfTypedGrades } from '../platform/platform.js';
import type { LoggedRequest } from '../platform/request-log.js';
import { type HeaderChange, signIdToken } from '../platform/sign-id-token.js';
import { getCourse, getPerson } from '../world/live-world.js';
import type { LmsPerson, LmsResourceLink, LmsRole } from '../world/world.js';
import { noticeClaims, type NoticeToSend, sendNotice } from '../notices/send-notice.js';
import { inviteTool, type RegistrationInvitation } from '../registration/invite-tool.js';
import { changeEnrolment } from './change-enrolment.js';
import { crossList, mergePeople } from './move-people.js';
import { type GradebookColumn, snapshotGradebook } from './gradebook-snapshot.js';

export interface GradeTyping {
  readonly courseId: string;
  /** Its number, its address or its label. */
  readonly column: string;
  readonly personId: string;
  /** Null removes the grade. */
  readonly score: number | null;
  readonly comment?: string;
}

type ColumnChange = Partial<Pick<Column, 'locked' | 'published' | 'allowedAttempts' | 'scoreMaximum' | 'isScale'>>;

/** What a test may do to a platform, and see of it, from inside. People are named by `id` or by `sub`. */
export interface SimulatorControl {
  typeGrade(typing: GradeTyping): void;
  /** From now on an older Canvas: a typed grade is in the results only where the tool has made a row before. */
  hideTypedGrades(): void;
  gradebook(courseId: string): readonly GradebookColumn[];
  addPerson(person: LmsPerson): void;
  enrol(courseId: string, personId: string, role: LmsRole): void;
  suspend(courseId: string, personId: string): void;
  reactivate(courseId: string, personId: string): void;
  remove(courseId: string, personId: string): void;
  /** Merges one account into another (Canvas). */
  mergePeople(merge: { readonly from: string; readonly into: string }): void;
  /** Moves the learners of a course into another one, as cross-listing its section does (Canvas). */
  crossList(move: { readonly from: string; readonly into: string }): void;
  addResourceLink(courseId: string, link: LmsResourceLink): void;
  /** Deletes an activity, and its column with all that was in it. */
  removeResourceLink(courseId: string, linkId: string): void;
  /**
   * Of a concluded course Canvas lists nobody, and refuses columns, grades and scores: with 404, or, once its operator has switched that
   * on, with 422 and a sentence.
   */
  concludeCourse(courseId: string, status?: 404 | 422): void;
  /** `locked`: Moodle answers 500 to scores. `published: false` and `allowedAttempts`: Canvas answers 422. */
  setColumn(courseId: string, column: string, change: ColumnChange): void;
  rotateKeys(): Promise<void>;
  /** What the administrator's browser would carry to the tool's registration page (LTI-DR 1.0 §3.3). */
  inviteTool(): Promise<RegistrationInvitation>;
  /** The administrator's last step; until then a tool that registered itself is launched by nobody. */
  activateTool(): void;
  revokeTokens(): void;
  /** Sends notices of one type to the tool's handler, each once (Canvas). Rejects when the tool has not asked for that type. */
  sendNotice(...notices: [NoticeToSend, ...NoticeToSend[]]): Promise<Response>;
  /** What a notice would say, for `signIdToken`. */
  noticeClaims(notice: NoticeToSend): JWTPayload;
  /** As if Canvas had forgotten where the tool wants its notices. */
  forgetNoticeHandlers(): void;
  /** Calls of the tool's server: keys, tokens, services; oldest first. */
  readonly requests: readonly LoggedRequest[];
  /** The most of these calls that were being answered at one time since the log was cleared. */
  readonly mostAtOnce: number;
  clearRequests(): void;
  /** Spoils the next matching calls of the tool's server. */
  failNext(fault: Fault): void;
  /** Answers the next calls as Canvas does when a token has used up its share: 403 in older versions, 429 in newer. */
  throttleNext(times: number, status?: 403 | 429): void;
  clearFaults(): void;
  setClockSkewSeconds(seconds: number): void;
  /** What the administrator grants; asked-for scopes outside it are left out. */
  setScopes(scopes: readonly string[]): void;
  /** Signs any claims with the platform's present key. */
  signIdToken(claims: JWTPayload, change?: HeaderChange): Promise<string>;
  /** The key set as published, the future key of Canvas included. */
  publicKeys(): readonly JWK[];
}

function throttled(times: number, status: 403 | 429): Fault {
  const body =
    status === 403 ? '403 Forbidden (Rate Limit Exceeded)\n' : '{"errors":[{"message":"Rate Limit Exceeded"}]}';
  const headers = { 'x-rate-limit-remaining': '0.0', 'x-request-cost': '0.0214' };
  return { kind: 'status', status, body, headers, times };
}

function peopleControl(platform: Platform) {
  return {
    addPerson(person: LmsPerson) {
      platform.world.people.push(person);
      platform.changed();
    },
    enrol: (courseId: string, personId: string, role: LmsRole) =>
      changeEnrolment(platform, { courseId, personId }, { kind: 'enrol', role }),
    suspend: (courseId: string, personId: string) =>
      changeEnrolment(platform, { courseId, personId }, { kind: 'suspend' }),
    reactivate: (courseId: string, personId: string) =>
      changeEnrolment(platform, { courseId, personId }, { kind: 'reactivate' }),
    remove: (courseId: string, personId: string) =>
      changeEnrolment(platform, { courseId, personId }, { kind: 'remove' }),
    mergePeople: (merge: { from: string; into: string }) => mergePeople(platform, merge),
    crossList: (move: { from: string; into: string }) => crossList(platform, move),
  };
}

function courseControl(platform: Platform) {
  return {
    gradebook: (courseId: string) => snapshotGradebook(platform, courseId),
    typeGrade({ courseId, column, personId, score, comment }: GradeTyping) {
      typeGrade(platform.gradebook, {
        column: getColumn(platform.gradebook, courseId, column),
        personId: getPerson(platform.world, personId).id,
        score,
        comment: comment ?? null,
        at: platform.now(),
        rows: rowsOfTypedGrades(platform),
      });
      platform.changed();
    },
    hideTypedGrades() {
      platform.settings.typedGradesMakeRows = false;
    },
    addResourceLink(courseId: string, link: LmsResourceLink) {
      addResourceLink(platform, courseId, link);
    },
    removeResourceLink(courseId: string, linkId: string) {
      const course = getCourse(platform.world, courseId);
      course.resourceLinks = course.resourceLinks.filter(({ id }) => id !== linkId);
      const column = columnsOf(platform.gradebook, courseId).find(({ resourceLinkId }) => resourceLinkId === linkId);
      if (column) removeColumn(platform.gradebook, column.id);
      platform.changed();
    },
    concludeCourse(courseId: string, status: 404 | 422 = 404) {
      platform.settings.concludedStatus = status;
      getCourse(platform.world, courseId).concluded = true;
      platform.changed();
    },
    setColumn(courseId: string, column: string, change: ColumnChange) {
      putColumn(platform.gradebook, { ...getColumn(platform.gradebook, courseId, column), ...change });
      platform.changed();
    },
  };
}

/** Puts an activity into a course, with its gradebook column when it has one. */
export function addResourceLink(platform: Platform, courseId: string, link: LmsResourceLink): void {
  getCourse(platform.world, courseId).resourceLinks.push(link);
  if (link.lineItem) {
    putColumn(platform.gradebook, {
      id: link.lineItem.id,
      courseId,
      label: link.title,
      scoreMaximum: link.lineItem.scoreMaximum,
      resourceId: link.lineItem.resourceId ?? '',
      tag: link.lineItem.tag ?? '',
      resourceLinkId: link.id,
      coupled: true,
      published: true,
      locked: false,
    });
  }
  platform.changed();
}

export function createControl(platform: Platform): SimulatorControl {
  return {
    ...peopleControl(platform),
    ...courseControl(platform),
    async rotateKeys() {
      await platform.keys.rotate();
      platform.changed();
    },
    inviteTool: () => inviteTool(platform),
    sendNotice: (...notices) => sendNotice(platform, ...notices),
    noticeClaims: (notice) => noticeClaims(platform, notice),
    forgetNoticeHandlers: () => platform.noticeHandlers.clear(),
    activateTool() {
      platform.registered.active = true;
    },
    revokeTokens: () => platform.tokens.revokeAll(),
    requests: platform.requests.entries,
    get mostAtOnce() {
      return platform.requests.mostAtOnce;
    },
    clearRequests: () => platform.requests.clear(),
    failNext: (fault) => platform.faults.add(fault),
    throttleNext: (times, status = 429) => platform.faults.add(throttled(times, status)),
    clearFaults: () => platform.faults.clear(),
    setClockSkewSeconds(value) {
      platform.settings.clockSkewSeconds = value;
    },
    setScopes(scopes) {
      platform.settings.scopes = scopes;
    },
    signIdToken: (claims, change) => signIdToken(platform, claims, change),
    publicKeys: () => platform.keys.publicJwks(),
  };
}
