import type { Request, Response } from 'express';
import { teaches } from '../claims/roles.js';
import { currentSession } from '../http/cookies.js';
import { html, type Html } from '../html/html.js';
import type { Platform } from '../platform/platform.js';
import { findEnrolment, fullName, getPerson } from '../world/live-world.js';
import type { LmsPerson } from '../world/world.js';
import { layout } from './layout.js';
import { sendPage } from './page-call.js';

/** Buttons to sign in as somebody of the college, instructors first. */
export function signInList(platform: Platform): Html {
  const isInstructor = (person: LmsPerson) =>
    platform.world.courses.some((course) => teaches(findEnrolment(course, person.id)?.role));
  const enrolled = platform.world.people.filter((person) =>
    platform.world.courses.some((course) => findEnrolment(course, person.id)),
  );
  const buttons = (people: readonly LmsPerson[]) =>
    people.map(
      (person) =>
        html`<li><form method="post" action="${platform.urls.base}/sign-in"><input type="hidden" name="person" value="${person.id}"><button type="submit">${fullName(person)}</button></form></li>`,
    );
  return html`<h2>Instructor</h2><ul class="plain names">${buttons(enrolled.filter(isInstructor))}</ul>
<h2>Learner</h2><ul class="plain names">${buttons(enrolled.filter((person) => !isInstructor(person)))}</ul>`;
}

function courseList(platform: Platform, person: LmsPerson): Html {
  const mine = platform.world.courses.filter((course) => findEnrolment(course, person.id)?.state === 'active');
  if (mine.length === 0) return html`<p>You are not enrolled in any course.</p>`;
  return html`<ul class="plain cards">${mine.map(
    (course) => html`<li class="card"><a href="${platform.urls.base}/courses/${course.id}">${course.title}</a>
<div class="muted">${course.label}</div></li>`,
  )}</ul>`;
}

/** The first page: who are you, or, once signed in, the person's courses. */
export function showDashboard(platform: Platform, req: Request, res: Response): void {
  const session = currentSession(platform, req);
  const person = session ? getPerson(platform.world, session.personId) : null;
  const page = person
    ? { title: 'My courses', person, body: courseList(platform, person) }
    : {
        title: 'Who are you?',
        person,
        body: html`<p>Choose somebody of the college to sign in as.</p>${signInList(platform)}`,
      };
  sendPage(res, layout(platform, page));
}
