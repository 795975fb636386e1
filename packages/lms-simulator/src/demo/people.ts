import { createHash } from 'node:crypto';
import type { LmsPerson } from '../world/world.js';

interface DemoPerson {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly sisId: string;
}

// The first six are apprentices in the portal's demo, with the same e-mail and college number.
const people: readonly DemoPerson[] = [
  { id: 'rosa-silva', givenName: 'Rosa', familyName: 'Silva', email: 'rosa.silva@lakeside.example', sisId: 'E2001' },
  {
    id: 'adaeze-dike',
    givenName: 'Adaeze',
    familyName: 'Dike',
    email: 'adaeze.dike@northfield.example',
    sisId: 'S1001',
  },
  {
    id: 'marcus-hale',
    givenName: 'Marcus',
    familyName: 'Hale',
    email: 'marcus.hale@northfield.example',
    sisId: 'S1002',
  },
  { id: 'priya-nair', givenName: 'Priya', familyName: 'Nair', email: 'priya.nair@northfield.example', sisId: 'S1003' },
  { id: 'joanna-kim', givenName: 'Joanna', familyName: 'Kim', email: 'joanna.kim@harbor.example', sisId: 'S1004' },
  {
    id: 'tomas-rivera',
    givenName: 'Tomás',
    familyName: 'Rivera',
    email: 'tomas.rivera@harbor.example',
    sisId: 'S1005',
  },
  {
    id: 'elena-petrov',
    givenName: 'Elena',
    familyName: 'Petrov',
    email: 'elena.petrov@harbor.example',
    sisId: 'S1006',
  },
  {
    id: 'hannah-weber',
    givenName: 'Hannah',
    familyName: 'Weber',
    email: 'hannah.weber@lakeside.example',
    sisId: 'S1107',
  },
  { id: 'luis-ortega', givenName: 'Luis', familyName: 'Ortega', email: 'luis.ortega@lakeside.example', sisId: 'S1108' },
  { id: 'mei-tanaka', givenName: 'Mei', familyName: 'Tanaka', email: 'mei.tanaka@lakeside.example', sisId: 'S1109' },
  {
    id: 'samuel-brooks',
    givenName: 'Samuel',
    familyName: 'Brooks',
    email: 'samuel.brooks@lakeside.example',
    sisId: 'S1110',
  },
];

const username = ({ email }: DemoPerson): string => email.split('@')[0] ?? email;

// Canvas shows people to a tool by a UUID; one made from the name is the same after a restart.
function uuidOf(id: string): string {
  const hex = createHash('sha256').update(`lakeside:${id}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/** Everybody at the college with their Moodle ids: small numbers from 3 on, as 1 and 2 are the guest and the admin. */
export const moodlePeople: readonly LmsPerson[] = people.map((person, index) => ({
  ...person,
  sub: String(index + 3),
  username: username(person),
}));

/** The same people with their Canvas ids. */
export const canvasPeople: readonly LmsPerson[] = people.map((person, index) => ({
  ...person,
  sub: uuidOf(person.id),
  username: username(person),
  canvasId: String(410 + index),
}));
