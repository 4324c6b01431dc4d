import type { ResourceItem, ResourcePage } from "../../contract/resource.ts";
import { failure } from "../../kit/failures.ts";
import type { Reading } from "../../kit/read-each.ts";
import { type ListQuery, pageOfWhole } from "../../kit/whole-list.ts";
import { tell } from "../words.ts";

/** A page of a list that Salesforce sends as a whole: what a search finds, from a place on. */
export function toPage(reading: Reading<ResourceItem>, query: ListQuery): ResourcePage {
  const isPlace = query.cursor === null || /^\d{1,7}$/.test(query.cursor);
  if (!isPlace) throw failure("invalid_input", tell("place_in_list_not_known"));
  return pageOfWhole(reading, query);
}
