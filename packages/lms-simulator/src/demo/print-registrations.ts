import { registrationList } from './registration-list.js';

const [lmsPublicUrl, collegeId] = process.argv.slice(2);
if (!lmsPublicUrl || !URL.canParse(lmsPublicUrl) || !collegeId) {
  console.error('Usage: print-registrations <public address of the platform> <id of the college>');
  process.exitCode = 1;
} else {
  console.log(JSON.stringify(registrationList(lmsPublicUrl, collegeId), null, 2));
}
