import { DetailLoading } from "#components/listing/detail-loading.tsx";

export default function PayoutLoading() {
  return <DetailLoading what="the payout" />;
}
