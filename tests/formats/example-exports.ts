/** What a teacher has from Canvas and from Moodle, as these write it. */

export const canvasExport = `\uFEFFStudent,ID,SIS User ID,SIS Login ID,Section,Essay; draft (12),Final Score
    Points Possible,,,,,10,(read only)
"01, Learner",101,007,learner01@example.org,"9b
morning",8.5,85
"02, Learner",102,NONE,learner02,9b,,
"Student, Test",103,,,9b,,
`;

export const moodleExport = `"First name";"Last name";"ID number";"Email address";"Course total (Real)"
Learner;01;007;LEARNER01@example.org;"8,50"
Learner;02;;learner02@example.org;-
`;
