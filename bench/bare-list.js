// What the list of open tickets costs without wy: the same query, the same JSON, nothing else.
import Database from 'better-sqlite3';

const db = new Database(process.argv[2], { readonly: true });
const tickets = db
  .prepare(
    "SELECT * FROM tickets WHERE state IN ('open', 'assigned', 'finished') ORDER BY opened_at",
  )
  .all();
const deadlines = db.prepare('SELECT * FROM deadlines WHERE subject = ?');
for (const ticket of tickets) ticket.deadlines = deadlines.all(ticket.no);
process.stdout.write(`${JSON.stringify(tickets)}\n`);
