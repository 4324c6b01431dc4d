import { DetailLoading } from "#components/listing/detail-loading.tsx";

export default function ChargeLoading() {
  return <DetailLoading what="the charge" />;
}
