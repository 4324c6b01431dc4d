import { homeDataCentre } from "./documents.ts";

type Place = {
  /** Below /3.0: `/lists/6f1a9c04b2`. */
  path: string;
  /** As Mailchimp names it: `Lists/Response`. */
  schema: string;
};

const host = `https://${homeDataCentre}.api.mailchimp.com`;

/** Above all collections. */
export const root: Place = { path: "/", schema: "Root" };

/**
 * What an answer says of itself and of what is above it:
 * https://mailchimp.com/developer/marketing/docs/fundamentals/#resources
 */
export function linksTo(self: Place, parent: Place) {
  return [linkTo("self", self), linkTo("parent", parent)];
}

function linkTo(rel: string, { path, schema }: Place) {
  return {
    rel,
    href: `${host}/3.0${path}`,
    method: "GET",
    targetSchema: `${host}/schema/3.0/Definitions/${schema}.json`,
  };
}
