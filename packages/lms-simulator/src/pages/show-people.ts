import { z } from 'zod';
import { changeEnrolment } from '../control/change-enrolment.js';
import { html, type Html } from '../html/html.js';
import { findEnrolment, findPerson, fullName, getPerson } from '../world/live-world.js';
import type { LmsEnrolment, LmsRole } from '../world/world.js';
import { layout } from './layout.js';
import { type CoursePageCall, sendPage, showRefusal } from './page-call.js';

const roleNames: Record<LmsRole, string> = {
  instructor: 'Instructor',
  ta: 'Teaching assistant',
  designer: 'Course designer',
  administrator: 'Administrator',
  learner: 'Learner',
  observer: 'Observer',
  'test-student': 'Test learner',
};

function actions({ platform, course }: CoursePageCall, { personId, role, state }: LmsEnrolment): Html {
  if (role !== 'learner') return html``;
  const name = fullName(getPerson(platform.world, personId));
  const button = (change: string, text: string) =>
    html`<form method="post" action="${platform.urls.base}/courses/${course.id}/people"><input type="hidden" name="person" value="${personId}"><input type="hidden" name="change" value="${change}"><button type="submit" aria-label="${text} ${name}">${text}</button></form> `;
  const toggle = state === 'active' ? button('suspend', 'Suspend') : button('reactivate', 'Reactivate');
  return html`${toggle}${button('remove', 'Remove')}`;
}

function enrolForm({ platform, course }: CoursePageCall): Html {
  const others = platform.world.people.filter((person) => !findEnrolment(course, person.id));
  if (others.length === 0) return html``;
  const options = others.map((person) => html`<option value="${person.id}">${fullName(person)}</option>`);
  return html`<h2>Enrol a learner</h2><form method="post" action="${platform.urls.base}/courses/${course.id}/people">
<label>Person <select name="person">${options}</select></label><input type="hidden" name="change" value="enrol">
<button type="submit" class="primary">Enrol</button></form>`;
}

/** Who is in the course; instructors may enrol, suspend, reactivate and remove learners. */
export function showPeople(call: CoursePageCall): void {
  const { platform, res, course, person, isInstructor } = call;
  const rows = course.enrolments.map((enrolment) => {
    const name = fullName(getPerson(platform.world, enrolment.personId));
    const state = enrolment.state === 'active' ? 'Active' : 'Suspended';
    const last = isInstructor ? html`<td data-label="">${actions(call, enrolment)}</td>` : html``;
    return html`<tr><th scope="row">${name}</th><td data-label="Role">${roleNames[enrolment.role]}</td><td data-label="State">${state}</td>${last}</tr>`;
  });
  const heads = html`<th scope="col">Name</th><th scope="col">Role</th><th scope="col">State</th>${isInstructor ? html`<th scope="col">Change</th>` : html``}`;
  const body = html`<h2>People</h2><table><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table>${isInstructor ? enrolForm(call) : html``}`;
  sendPage(res, layout(platform, { title: 'People', person, course, at: 'people', body }));
}

const changeForm = z.object({ person: z.string(), change: z.enum(['enrol', 'suspend', 'reactivate', 'remove']) });

/** Changes a learner's enrolment. Instructors themselves cannot be changed here. */
export function changePeople({ platform, req, res, course, person }: CoursePageCall): void {
  const form = changeForm.safeParse(req.body);
  const subject = form.success ? findPerson(platform.world, form.data.person) : undefined;
  const role = subject && findEnrolment(course, subject.id)?.role;
  const fits = form.success && subject && (form.data.change === 'enrol' ? role === undefined : role === 'learner');
  if (!fits) {
    showRefusal(platform, res, { status: 400, text: 'This person cannot be changed like that.', person });
    return;
  }
  const { change } = form.data;
  changeEnrolment(
    platform,
    { courseId: course.id, personId: subject.id },
    change === 'enrol' ? { kind: 'enrol', role: 'learner' } : { kind: change },
  );
  res.redirect(303, `${platform.urls.base}/courses/${course.id}/people`);
}
