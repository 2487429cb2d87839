import { readTree, type Tree } from '../../policy/tree.ts';
import activity from './activity.yaml';
import agency from './agency.yaml';
import appraisal from './appraisal.yaml';
import archive from './archive.yaml';
import archiveLoan from './archive-loan.yaml';
import board from './board.yaml';
import breach from './breach.yaml';
import certificate from './certificate.yaml';
import contractorCheck from './contractor-check.yaml';
import contractorMonth from './contractor-month.yaml';
import contractorPlan from './contractor-plan.yaml';
import contractorReview from './contractor-review.yaml';
import coordination from './coordination.yaml';
import dog from './dog.yaml';
import emergency from './emergency.yaml';
import etiquette from './etiquette.yaml';
import gateClosing from './gate-closing.yaml';
import gateSlip from './gate-slip.yaml';
import guest from './guest.yaml';
import houseRule from './house-rule.yaml';
import key from './key.yaml';
import lease from './lease.yaml';
import letting from './let.yaml';
import liaison from './liaison.yaml';
import lock from './lock.yaml';
import log from './log.yaml';
import meeting from './meeting.yaml';
import monthPlan from './month-plan.yaml';
import nonconformity from './nonconformity.yaml';
import notice from './notice.yaml';
import parcel from './parcel.yaml';
import parkingFee from './parking-fee.yaml';
import pass from './pass.yaml';
import patrol from './patrol.yaml';
import press from './press.yaml';
import projectPass from './project-pass.yaml';
import proposal from './proposal.yaml';
import sale from './sale.yaml';
import service from './service.yaml';
import showFlat from './show-flat.yaml';
import spareKey from './spare-key.yaml';
import spotCheck from './spot-check.yaml';
import target from './target.yaml';
import tempPass from './temp-pass.yaml';
import tenantPerson from './tenant-person.yaml';
import training from './training.yaml';
import vacantUnit from './vacant-unit.yaml';
import vehicle from './vehicle.yaml';
import visitor from './visitor.yaml';
import weather from './weather.yaml';
import weekPlan from './week-plan.yaml';
import worksPlan from './works-plan.yaml';

/** One file for each book; in the order of the help. */
const FILES: readonly string[] = [
  pass,
  gateSlip,
  vehicle,
  tempPass,
  projectPass,
  visitor,
  key,
  spareKey,
  lock,
  gateClosing,
  parcel,
  press,
  parkingFee,
  dog,
  letting,
  tenantPerson,
  agency,
  vacantUnit,
  lease,
  service,
  board,
  activity,
  notice,
  certificate,
  patrol,
  coordination,
  nonconformity,
  contractorPlan,
  contractorCheck,
  contractorMonth,
  contractorReview,
  emergency,
  weather,
  worksPlan,
  liaison,
  training,
  weekPlan,
  monthPlan,
  meeting,
  target,
  appraisal,
  houseRule,
  archive,
  archiveLoan,
  breach,
  spotCheck,
  proposal,
  etiquette,
  log,
  guest,
  sale,
  showFlat,
];

/** The built-in books as trees, by their keys. */
export function catalogueTrees(): Tree {
  const trees = FILES.map((text) => {
    const read = readTree(text);
    if ('mistakes' in read) throw new Error(`a book of the catalogue is not readable: ${text}`);
    return read.tree as Record<string, Tree>;
  });
  return Object.assign({}, ...trees);
}
