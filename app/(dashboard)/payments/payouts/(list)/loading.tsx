import { ListLoading } from "#components/listing/list-loading.tsx";

export default function PayoutsLoading() {
  return <ListLoading title="Payouts" what="payouts" />;
}
