import { type Column, columnsOf, findGrade, type Grade } from '../gradebook/gradebook.js';
import { html, type Html } from '../html/html.js';
import type { Platform } from '../platform/platform.js';
import { findPerson, fullName, getPerson } from '../world/live-world.js';
import type { LmsPerson } from '../world/world.js';
import { layout } from './layout.js';
import { type CoursePageCall, sendPage } from './page-call.js';

const when = (at: Date): string =>
  at.toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

const rounded = (score: number): string => String(Math.round(score * 100) / 100);

function setBy(platform: Platform, grade: Grade): string {
  if (grade.setBy === 'tool') return `by ${platform.world.toolName}`;
  const typist = grade.typedBy === undefined ? undefined : findPerson(platform.world, grade.typedBy);
  return typist ? `by ${fullName(typist)}` : 'by an instructor';
}

/** A row that the tool made without saying anything shows nothing. */
const isSilent = ({ score, comment, setBy }: Grade): boolean => score === null && comment === null && setBy === 'tool';

function cellText(platform: Platform, column: Column, grade: Grade | undefined): Html {
  if (!grade || isSilent(grade)) return html`<span class="muted">No grade</span>`;
  const score =
    grade.score === null
      ? html`<span class="muted">No grade</span>`
      : html`<span class="score">${rounded(grade.score)} / ${column.scoreMaximum}</span>`;
  const comment = grade.comment ? html`<div>${grade.comment}</div>` : html``;
  const set = html`<div class="muted">${grade.score === null ? 'Removed' : 'Set'} ${setBy(platform, grade)}, ${when(grade.updatedAt)} UTC</div>`;
  return html`${score}${comment}${set}`;
}

function cellForm(
  { platform, course }: CoursePageCall,
  column: Column,
  { person, grade }: { person: LmsPerson; grade: Grade | undefined },
): Html {
  const name = fullName(person);
  const action = `${platform.urls.base}/courses/${course.id}/grades`;
  const ids = html`<input type="hidden" name="column" value="${column.id}"><input type="hidden" name="person" value="${person.id}">`;
  const remove =
    grade && grade.score !== null
      ? html`<form method="post" action="${action}">${ids}<input type="hidden" name="score" value=""><button type="submit" aria-label="Remove the grade of ${name}">Remove grade</button></form>`
      : html``;
  return html`<details><summary aria-label="Change the grade of ${name} in ${column.label}">Change</summary>
<form method="post" action="${action}">${ids}
<label>Grade <input type="number" name="score" min="0" max="${column.scoreMaximum}" step="any" required value="${grade?.score ?? ''}" style="width:6rem"></label>
<label>Comment <input type="text" name="comment" value="${grade?.comment ?? ''}" style="width:11rem"></label>
<button type="submit" class="primary" aria-label="Save the grade of ${name}">Save</button></form>${remove}</details>`;
}

function gradeTable(call: CoursePageCall, columns: readonly Column[]): Html {
  const { platform, course } = call;
  const learners = course.enrolments.filter((e) => e.role === 'learner' || e.role === 'test-student');
  const rows = learners.map(({ personId, state }) => {
    const person = getPerson(platform.world, personId);
    const cells = columns.map((column) => {
      const grade = findGrade(platform.gradebook, column.id, personId);
      return html`<td data-label="${column.label}">${cellText(platform, column, grade)}${cellForm(call, column, { person, grade })}</td>`;
    });
    return html`<tr><th scope="row">${fullName(person)}${state === 'suspended' ? ' (suspended)' : ''}</th>${cells}</tr>`;
  });
  const heads = columns.map(
    (column) => html`<th scope="col">${column.label}<div class="muted">out of ${column.scoreMaximum}</div></th>`,
  );
  return html`<table><caption class="muted" style="text-align:left;padding-bottom:.5rem">Columns of ${platform.world.toolName}</caption>
<thead><tr><th scope="col">Learner</th>${heads}</tr></thead><tbody>${rows}</tbody></table>`;
}

function ownGrades({ platform, person }: CoursePageCall, columns: readonly Column[]): Html {
  return html`<ul class="plain">${columns.map(
    (column) =>
      html`<li class="card"><h3 style="margin:0 0 .25rem">${column.label}</h3>${cellText(platform, column, findGrade(platform.gradebook, column.id, person.id))}</li>`,
  )}</ul>`;
}

/** The tool's columns: every learner's for an instructor, with a form in each cell; one's own for a learner. */
export function showGradebook(call: CoursePageCall): void {
  const { platform, res, course, person, isInstructor } = call;
  const columns = columnsOf(platform.gradebook, course.id);
  const title = isInstructor ? 'Gradebook' : 'My grades';
  const empty = html`<p>There are no graded activities.</p>`;
  const table = isInstructor ? gradeTable(call, columns) : ownGrades(call, columns);
  const body = html`<h2>${title}</h2>${columns.length === 0 ? empty : table}`;
  sendPage(res, layout(platform, { title, person, course, at: 'gradebook', body }));
}
