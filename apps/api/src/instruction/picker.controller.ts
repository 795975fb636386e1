import { endpoints } from '@journeybook/contracts';
import type { LaunchSessionRow } from '@journeybook/database';
import { Body, Controller, Param } from '@nestjs/common';
import { z } from 'zod';
import { CurrentLaunch } from '../http/actor.js';
import { Serves } from '../http/route.js';
import { PickCourses } from './pick-courses.js';
import { ReportLaunch } from './report-launch.js';

type Body_<Name extends 'pickCourses' | 'reportPicker'> = z.output<(typeof endpoints)[Name]['body']>;

const pickerId = z.uuid('must be an id');

/** Choosing what a new link in a learning platform's course is for. */
@Controller()
export class PickerController {
  constructor(
    private readonly launches: ReportLaunch,
    private readonly courses: PickCourses,
  ) {}

  @Serves(endpoints.readPicker, 'instruction:pick-course')
  read(@CurrentLaunch() picker: LaunchSessionRow) {
    return this.courses.read(picker);
  }

  @Serves(endpoints.pickCourses, 'instruction:pick-course')
  async pick(
    @CurrentLaunch() picker: LaunchSessionRow,
    @Body({ schema: endpoints.pickCourses.body }) chosen: Body_<'pickCourses'>,
  ) {
    return { picks: await this.courses.pick(picker, chosen) };
  }

  @Serves(endpoints.reportPicker, 'instruction:report')
  async report(@Body({ schema: endpoints.reportPicker.body }) picker: Body_<'reportPicker'>) {
    const { code, session } = await this.launches.report({ ...picker, role: 'instructor' }, 'picker');
    return { code, picker: session };
  }

  @Serves(endpoints.readPicks, 'instruction:report')
  async list(@Param('picker', { schema: pickerId }) picker: string) {
    return { picks: await this.courses.list(picker) };
  }
}
