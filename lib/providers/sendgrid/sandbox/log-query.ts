import type { EmailDocument } from "./documents.ts";
import { problem, Refusal } from "./replies.ts";

type Entry = { id: string; data: EmailDocument };
type Test = (entry: Entry) => boolean;

const maxConditions = 160;
const quoted = `(?:"(?<double>[^"]*)"|'(?<single>[^']*)')`;
const equals = new RegExp(`^(?<field>[a-z_]+)\\s*=\\s*${quoted}$`);
const isIn = /^(?<field>[a-z_]+)\s+IN\s*\((?<list>\s*'[^']*'(?:\s*,\s*'[^']*')*\s*)\)$/;
const compares = new RegExp(`^(?<field>[a-z_]+)\\s*(?<operator>[<>]=?)\\s*TIMESTAMP\\s+${quoted}$`);

/**
 * What a search of the Email Logs asks for.
 * https://www.twilio.com/docs/sendgrid/api-reference/email-logs/filter-all-messages
 * @throws {Refusal} where the query has another form, field or operator
 */
export function readLogQuery(query: string): Test {
  if (query.trim() === "") return () => true;
  const conditions = query.split(/\s+AND\s+(?=[a-z_]+\s*(?:=|<|>|IN\b))/);
  if (conditions.length > maxConditions) throw refusal("too many conditions");
  const tests = conditions.map((condition) => readCondition(condition.trim()));
  return (entry) => tests.every((test) => test(entry));
}

function readCondition(condition: string): Test {
  const equal = equals.exec(condition)?.groups;
  if (equal) return testOfText(equal.field ?? "", equal.double ?? equal.single ?? "");
  const list = isIn.exec(condition)?.groups;
  if (list) return testOfList(list.field ?? "", list.list ?? "");
  const time = compares.exec(condition)?.groups;
  if (time) return testOfTime(time.field ?? "", time.operator ?? "", time.double ?? time.single ?? "");
  throw refusal(`'${condition}'`);
}

function testOfText(field: string, text: string): Test {
  switch (field) {
    case "sg_message_id":
      return ({ id }) => id === text;
    case "subject":
      return ({ data }) => data.subject === text;
    case "to_email":
      return ({ data }) => data.toEmail === text;
    default:
      throw refusal(`'${field}' is not a known field`);
  }
}

function testOfList(field: string, list: string): Test {
  const values = [...list.matchAll(/'([^']*)'/g)].map(([, value]) => value);
  if (field === "status") return ({ data }) => values.includes(data.status);
  if (field === "categories") return ({ data }) => data.categories.some((name) => values.includes(name));
  throw refusal(`'${field}' is not a known field`);
}

function testOfTime(field: string, operator: string, text: string): Test {
  const limit = Date.parse(text);
  if (field !== "sg_message_id_created_at" || Number.isNaN(limit)) throw refusal(`'${field}' '${text}'`);
  return ({ data }) => {
    const time = Date.parse(data.createdAt);
    if (time === limit) return operator.endsWith("=");
    return operator.startsWith(">") ? time > limit : time < limit;
  };
}

function refusal(what: string): Refusal {
  return new Refusal(problem(400, `invalid syntax: ${what}`));
}
