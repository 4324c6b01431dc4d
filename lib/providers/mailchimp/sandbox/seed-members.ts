import { type MemberDocument, toMd5 } from "./documents.ts";
import { guestListId, tagIds, wineListId } from "./seed-lists.ts";

type Sketch = {
  first: string;
  last: string;
  /** Default: subscribed. */
  status?: MemberDocument["status"];
  tags?: readonly number[];
  phone?: string;
};
type Sketches = { listId: string; firstWebId: number; people: readonly Sketch[] };

export const guests: Sketches = {
  listId: guestListId,
  firstWebId: 410_001,
  people: [
    { first: "Marta", last: "Silva", tags: [tagIds.regulars, tagIds.new] },
    { first: "João", last: "Pereira", tags: [tagIds.regulars] },
    { first: "Inês", last: "Costa", tags: [tagIds.vegetarian] },
    { first: "Rui", last: "Almeida" },
    { first: "Sofia", last: "Martins", tags: [tagIds.lunch] },
    { first: "Tomás", last: "Ferreira", status: "unsubscribed" },
    { first: "Nuno", last: "Gomes", status: "cleaned" },
    { first: "Beatriz", last: "Lopes", status: "pending" },
    { first: "Pedro", last: "Rocha", status: "transactional" },
    { first: "Carla", last: "Sousa", status: "archived" },
  ],
};

export const wineLovers: Sketches = {
  listId: wineListId,
  firstWebId: 420_001,
  people: [
    { first: "Marta", last: "Silva", phone: "+351 912 000 101", tags: [tagIds.wine] },
    { first: "Rui", last: "Almeida", phone: "+351 912 000 104" },
  ],
};

/** `marta.silva@example.com` */
function buildEmail({ first, last }: Sketch): string {
  const plain = `${first}.${last}`.normalize("NFKD").replaceAll(/[^a-z.]/gi, "");
  return `${plain.toLowerCase()}@example.com`;
}

export function seedMembers({ listId, firstWebId, people }: Sketches): MemberDocument[] {
  return people.map((person, index) => {
    const email = buildEmail(person);
    const id = toMd5(email);
    const status = person.status ?? "subscribed";
    const time = `2026-0${1 + (index % 8)}-12T19:30:00+00:00`;
    return {
      list_id: listId,
      id,
      email_address: email,
      unique_email_id: id.slice(0, 10),
      web_id: firstWebId + index,
      email_type: "html",
      status,
      unsubscribe_reason: status === "unsubscribed" ? "No longer interested" : "",
      merge_fields: { FNAME: person.first, LNAME: person.last, PHONE: person.phone ?? "", BIRTHDAY: "" },
      tags: [...(person.tags ?? [])],
      source: "Hosted Signup Form",
      timestamp_signup: time,
      timestamp_opt: status === "pending" || status === "transactional" ? "" : time,
      last_changed: time,
    };
  });
}

/** Diogo asked to be deleted for good. */
export function seedForgotten() {
  return [{ list_id: guestListId, id: toMd5("diogo.ramos@example.com") }];
}
