import { endpoints, organizationId } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import type { OrganizationId } from '@journeybook/domain';
import { Body, Controller, Param } from '@nestjs/common';
import { z } from 'zod';
import { SignedInPerson } from '../http/actor.js';
import { ShownEdition } from '../http/if-match.js';
import { Serves } from '../http/route.js';
import { AddCollege } from './add-college.js';
import { CheckPlatform } from './check-platform.js';
import { ConnectPlatform } from './connect-platform.js';
import { CorrectPlatform } from './correct-platform.js';
import type { Place } from './decide-platform.js';
import { DecidePlatform } from './decide-platform.js';
import { InvitePlatform } from './invite-platform.js';
import { ListColleges } from './list-colleges.js';
import { ReadPlatforms } from './read-platforms.js';
import { RemovePlatform } from './remove-platform.js';

const platformId = z.uuid('must be an id').toLowerCase();
const College = () => Param('college', { schema: organizationId });
const place = z.object({ college: organizationId, platform: platformId });
const InstallationOf = () => Param({ schema: place });

@Controller()
export class PlatformController {
  constructor(
    private readonly listColleges: ListColleges,
    private readonly addCollege: AddCollege,
    private readonly readPlatforms: ReadPlatforms,
    private readonly invitePlatform: InvitePlatform,
    private readonly connectPlatform: ConnectPlatform,
    private readonly decidePlatform: DecidePlatform,
    private readonly checkPlatform: CheckPlatform,
    private readonly correctPlatform: CorrectPlatform,
    private readonly removePlatform: RemovePlatform,
  ) {}

  @Serves(endpoints.listPlatformColleges, 'platform:manage')
  list(@SignedInPerson() person: KnownPerson) {
    return this.listColleges.list(person);
  }

  @Serves(endpoints.addCollege, 'platform:manage')
  add(
    @SignedInPerson() person: KnownPerson,
    @Body({ schema: endpoints.addCollege.body }) body: z.output<typeof endpoints.addCollege.body>,
  ) {
    return this.addCollege.add(person, body);
  }

  @Serves(endpoints.readPlatforms, 'platform:manage')
  read(@SignedInPerson() person: KnownPerson, @College() college: OrganizationId) {
    return this.readPlatforms.read(person, college);
  }

  @Serves(endpoints.invitePlatform, 'platform:manage')
  invite(@SignedInPerson() person: KnownPerson, @College() college: OrganizationId) {
    return this.invitePlatform.invite(person, college);
  }

  @Serves(endpoints.connectPlatform, 'platform:manage')
  connect(
    @SignedInPerson() person: KnownPerson,
    @College() college: OrganizationId,
    @Body({ schema: endpoints.connectPlatform.body }) body: z.output<typeof endpoints.connectPlatform.body>,
  ) {
    return this.connectPlatform.connect(person, college, body);
  }

  @Serves(endpoints.approvePlatform, 'platform:manage')
  approve(@SignedInPerson() person: KnownPerson, @InstallationOf() where: Place) {
    return this.decidePlatform.approve(person, where);
  }

  @Serves(endpoints.blockPlatform, 'platform:manage')
  block(@SignedInPerson() person: KnownPerson, @InstallationOf() where: Place) {
    return this.decidePlatform.block(person, where);
  }

  @Serves(endpoints.unblockPlatform, 'platform:manage')
  unblock(@SignedInPerson() person: KnownPerson, @InstallationOf() where: Place) {
    return this.decidePlatform.unblock(person, where);
  }

  @Serves(endpoints.renamePlatform, 'platform:manage')
  rename(
    @SignedInPerson() person: KnownPerson,
    @InstallationOf() where: Place,
    @ShownEdition() shown: string,
    @Body({ schema: endpoints.renamePlatform.body }) { name }: z.output<typeof endpoints.renamePlatform.body>,
  ) {
    return this.decidePlatform.rename(person, where, { name, shown });
  }

  @Serves(endpoints.checkPlatform, 'platform:manage')
  check(@SignedInPerson() person: KnownPerson, @InstallationOf() where: Place) {
    return this.checkPlatform.check(person, where);
  }

  @Serves(endpoints.correctPlatform, 'platform:manage')
  correct(
    @SignedInPerson() person: KnownPerson,
    @InstallationOf() where: Place,
    @ShownEdition() shown: string,
    @Body({ schema: endpoints.correctPlatform.body }) body: z.output<typeof endpoints.correctPlatform.body>,
  ) {
    return this.correctPlatform.correct(person, where, { body, shown });
  }

  @Serves(endpoints.removePlatform, 'platform:manage')
  remove(@SignedInPerson() person: KnownPerson, @InstallationOf() where: Place, @ShownEdition() shown: string) {
    return this.removePlatform.remove(person, where, shown);
  }
}
