import { expect, test } from "vitest";
import { InFlight } from "./in-flight.ts";
import type { DueDestination } from "./sender.ts";
import { maxInFlightTotal, shareSlots } from "./share-slots.ts";

function destination(id: string, merchantId: string, over: Partial<DueDestination> = {}): DueDestination {
  return {
    id,
    merchantId,
    kind: "test",
    version: "1",
    retrySchedule: [],
    timeoutMs: 15_000,
    maxPerSecond: null,
    maxInFlight: null,
    orderedUntil: null,
    failingSince: null,
    isSuccessWanted: false,
    ...over,
  };
}

/** Takes all that is shared, again and again, as if nothing of it ever ended. */
function fill(inFlight: InFlight, destinations: readonly DueDestination[]): number {
  const before = inFlight.total;
  for (;;) {
    const shares = shareSlots(destinations, inFlight);
    if (shares.length === 0) return inFlight.total - before;
    for (const share of shares)
      for (let slot = 0; slot < share.slots; slot += 1) inFlight.add(share.destination);
  }
}

test("a merchant whose endpoints all hang leaves three quarters of the places to the others", () => {
  const inFlight = new InFlight();
  const hanging = Array.from({ length: 20 }, (_, index) => destination(`h${index}`, "mer_hanging"));
  fill(inFlight, hanging);
  expect(fill(inFlight, [destination("ok", "mer_other")])).toBe(128);
  expect(inFlight.total).toBe(256);
});

test("an endpoint that hangs does not hold the places of its merchant's other endpoints", () => {
  const inFlight = new InFlight();
  const hanging = destination("hanging", "mer_1");
  const other = destination("other", "mer_1");
  for (let round = 0; round < 10; round += 1) {
    const shares = shareSlots([hanging, other], inFlight);
    // The other one's requests end at once, those that hang do not.
    for (const { destination: to, slots } of shares)
      if (to === hanging) for (let slot = 0; slot < slots; slot += 1) inFlight.add(to);
    expect(shares.find((share) => share.destination === other)?.slots).toBe(64);
  }
});

test("endpoints that are known to fail never hold more than half of the places, however many they are", () => {
  const inFlight = new InFlight();
  const failing = Array.from({ length: 400 }, (_, index) =>
    destination(`f${index}`, `mer_${index}`, { failingSince: "2026-01-01" }),
  );
  expect(fill(inFlight, failing)).toBe(256);
  expect(fill(inFlight, [destination("ok", "mer_ok")])).toBe(128);
});

test("endpoints that have answered nothing for four seconds leave half of the places to the others, before any has failed", () => {
  let now = 0;
  const inFlight = new InFlight(() => now);
  const many = Array.from({ length: 300 }, (_, index) => destination(`h${index}`, `mer_${index}`));
  // Each is sent some at first, and then more and more.
  for (const each of many.slice(0, 200)) inFlight.add(each);
  now = 3_999;
  expect(shareSlots(many.slice(0, 1), inFlight)).toMatchObject([{ slots: 127 }]);
  now = 4_000;
  expect(shareSlots(many.slice(0, 1), inFlight)).toMatchObject([{ slots: 3 }]);
  expect(fill(inFlight, many.slice(0, 200))).toBe(56);
  expect(fill(inFlight, [destination("ok", "mer_ok")])).toBe(128);
});

test("an endpoint that takes its time and answers all the while has all of its places", () => {
  let now = 0;
  const inFlight = new InFlight(() => now);
  const slow = destination("slow", "mer_1");
  for (let each = 0; each < 100; each += 1) inFlight.add(slow);
  for (now = 3_500; now < 60_000; now += 3_500) {
    expect(inFlight.isHanging("slow")).toBe(false);
    expect(shareSlots([slow], inFlight)).toMatchObject([{ slots: 28 }]);
    inFlight.remove(slow);
    inFlight.add(slow);
  }
  now += 1_000;
  expect(inFlight.isHanging("slow")).toBe(true);
});

test("what begins after a pause is not taken for hanging", () => {
  let now = 0;
  const inFlight = new InFlight(() => now);
  const quiet = destination("quiet", "mer_1");
  inFlight.add(quiet);
  inFlight.remove(quiet);
  now = 60_000;
  inFlight.add(quiet);
  expect(inFlight.isHanging("quiet")).toBe(false);
});

test("places are shared evenly, and what one does not take goes to the next", () => {
  const shares = shareSlots(
    [destination("a", "m1", { maxInFlight: 2 }), destination("b", "m2"), destination("c", "m3")],
    new InFlight(),
  );
  expect(Object.fromEntries(shares.map((share) => [share.destination.id, share.slots]))).toEqual({
    a: 2,
    b: 128,
    c: 128,
  });
});

test("there are never more than the total", () => {
  const inFlight = new InFlight();
  const many = Array.from({ length: 300 }, (_, index) => destination(`d${index}`, `mer_${index}`));
  expect(fill(inFlight, many)).toBe(maxInFlightTotal);
});
