import type { CatalogueApp } from "./app.ts";

export const bookings: readonly CatalogueApp[] = [
  {
    id: "opentable",
    name: "OpenTable",
    category: "bookings",
    summary: "Shows who has booked a table and notes what each party ordered.",
    docsUrl: "https://docs.opentable.com/",
    icon: null,
  },
  {
    id: "thefork",
    name: "TheFork",
    category: "bookings",
    summary: "Shows who has booked a table and tells TheFork when the bill is paid.",
    docsUrl: "https://docs.thefork.io/",
    icon: null,
  },
  {
    id: "sevenrooms",
    name: "SevenRooms",
    category: "bookings",
    summary: "Adds what guests ordered and spent to their profiles in SevenRooms.",
    docsUrl: "https://api-docs.sevenrooms.com/",
    icon: null,
  },
  {
    id: "calendly",
    name: "Calendly",
    category: "bookings",
    summary: "Lets customers book a time with you from a code and tells you who is coming.",
    docsUrl: "https://developer.calendly.com/",
    icon: "calendly",
  },
];
