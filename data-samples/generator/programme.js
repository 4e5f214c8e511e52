/** @import { Direction } from './types.js' */

/** The ten directions of the programme in their three blocks. */
export const directions = /** @type {Direction[]} */ ([
  { key: 'nature', name: 'естественнонаучное', block: 1 },
  { key: 'literature', name: 'художественно-литературное', block: 1 },
  { key: 'pedagogy', name: 'информационно-педагогическое', block: 1 },
  { key: 'aesthetic', name: 'эстетическое', block: 2 },
  { key: 'moral', name: 'духовно-нравственное', block: 2 },
  { key: 'art', name: 'художественно-творческое', block: 2 },
  { key: 'culture', name: 'культурно-просветительское', block: 2 },
  { key: 'information', name: 'информационное', block: 3 },
  { key: 'method', name: 'методическое', block: 3 },
  { key: 'practice', name: 'практическое', block: 3 },
]);

/** Roman numerals of the blocks. */
export const blockNumerals = ['I', 'II', 'III'];
