/** @import { SampleFile } from '../types.js' */
/** @import { Context } from './context.js' */
import { writeJohnson, writeTorranceBook, writeTorranceColumn } from './assessment-files.js';
import { writeHeadcounts } from './counts.js';
import { writeMonthlyBook, writeOldBook, writeSupplementaryBook } from './participation-books.js';
import { writeFormBook, writeFormText } from './participation-forms.js';
import {
  writeCorrectedPair,
  writeHalfYearBook,
  writeOfficialReport,
} from './participation-reports.js';
import { writeTexts } from './participation-texts.js';
import { writePartnerList } from './partner-list.js';
import { writePlanBook, writeRegister } from './plans.js';
import { writeMergedRoll, writeRollText, writeSheetPerClass } from './rolls.js';
import { writeSurveys } from './survey-files.js';
import { writeVolunteerBook, writeVolunteerText, writeWideHours } from './volunteers.js';

/**
 * Every file of the sample, in the order a school would deliver them.
 * @param {Context} context
 * @returns {SampleFile[]}
 */
export function writeEveryFile(context) {
  return [
    writeSheetPerClass(context),
    writeMergedRoll(context),
    writeRollText(context),
    writePartnerList(context),
    writeHalfYearBook(context),
    writeOldBook(context),
    ...writeTexts(context),
    writeSupplementaryBook(context),
    writeOfficialReport(context),
    writeFormBook(context),
    writeMonthlyBook(context),
    ...writeCorrectedPair(context),
    writeFormText(context),
    writeRegister(context),
    writePlanBook(context),
    writeHeadcounts(context),
    writeWideHours(context),
    writeVolunteerText(context),
    writeVolunteerBook(context),
    writeTorranceBook(context, 2023, 'ods'),
    writeTorranceColumn(context),
    writeTorranceBook(context, 2025, 'xlsx'),
    writeJohnson(context, 2024),
    writeJohnson(context, 2025),
    ...writeSurveys(context),
  ];
}
