import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { sectionView } from './instruction.js';
import { reportLaunchBody } from './lms.js';
import { courseCode, minutes, named, percent } from './shared.js';

const mostCourses = 50;
const courseKey = z.object({ rapidsCode: z.string().max(40), course: courseCode });

/** An instructor was sent here by a platform to choose what a new link is for (LTI Deep Linking 2.0). */
export const reportPickerBody = reportLaunchBody.omit({ role: true, pick: true }).meta({ id: 'ReportPicker' });
export type ReportPickerBody = z.input<typeof reportPickerBody>;

export const pickerReported = z
  .object({
    /** One-time code that the page in the frame trades for its bearer, as that of a launch. */
    code: z.string(),
    picker: z.uuid(),
  })
  .meta({ id: 'PickerReported' });

export const pickerView = z
  .object({
    title: z.string(),
    label: z.string().nullable(),
    college: named,
    platformName: z.string(),
    /** The RTI courses that a link may be for. */
    choices: sectionView.shape.choices,
    /** Which RTI course the platform's course counts as already; null while nobody has said it. */
    mapped: courseKey.nullable(),
  })
  .meta({ id: 'Picker' });
export type PickerView = z.output<typeof pickerView>;

export const pickCoursesBody = z
  .object({
    courses: z
      .array(courseKey)
      .min(1, 'choose a course')
      .max(mostCourses, `choose at most ${mostCourses} courses at once`),
    passMarkPercent: percent,
  })
  .meta({ id: 'PickCourses' });

export const coursesPicked = z.object({ picks: z.array(z.uuid()) }).meta({ id: 'CoursesPicked' });

export const coursePicks = z
  .object({
    picks: z.array(
      courseKey.extend({
        id: z.uuid(),
        title: z.string(),
        minutes,
        /** Whether the link opens a section of its own within the platform's course. */
        ownPart: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'CoursePicks' });
export type CoursePick = z.output<typeof coursePicks>['picks'][number];

/** What the picker in a learning platform's frame calls, with the bearer it got for its code. */
export const pickerEndpoints = {
  readPicker: endpoint('GET /api/picker', { reply: pickerView }),
  pickCourses: endpoint('POST /api/picker/picks', { body: pickCoursesBody, reply: coursesPicked }),
};

/** What the LTI tool tells and asks about pickers, with its machine credential. */
export const pickerReportEndpoints = {
  reportPicker: endpoint('POST /api/lms/pickers', { body: reportPickerBody, reply: pickerReported }),
  readPicks: endpoint('GET /api/lms/pickers/:picker/picks', { reply: coursePicks }),
};
