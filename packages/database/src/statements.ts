/** The statements behind one page of a record, for measuring the page against them. */
export { personOfSession } from './access/role.repository.js';
export { readRecord } from './record/record-view.sql.js';
