import { demoRegistrations } from './registrations.js';

/** Prints the registrations of the demo platforms as the tool's register command reads them: `<LMS_PUBLIC_URL> <college id>`. */
const [lmsPublicUrl, collegeId] = process.argv.slice(2);
if (!lmsPublicUrl || !collegeId) {
  console.error('Usage: node print-registrations.js <address of the demo platforms> <id of the college>');
  process.exit(2);
}
const registrations = Object.values(demoRegistrations(lmsPublicUrl)).map(({ collegeName, ...registration }) => ({
  ...registration,
  name: `${collegeName}, ${registration.profile === 'canvas' ? 'Canvas' : 'Moodle'} (demo)`,
  collegeId,
}));
console.log(JSON.stringify(registrations, null, 2));
