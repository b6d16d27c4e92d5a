/** What a column of a list of people holds. `lmsId` is the number by which an LMS itself knows them. */
export type PersonField =
  'firstName' | 'lastName' | 'fullName' | 'email' | 'studentNumber' | 'login' | 'lmsId';

/** A person as a row tells of them: only what it has, spaces around it taken off. */
export type Person = Readonly<Partial<Record<PersonField, string>>>;

/** Headers of Moodle, Canvas and plain lists in English, German, French and Spanish, folded. */
const headers: Readonly<Record<PersonField, string>> = {
  firstName: 'firstname givenname givennames forename vorname prenom nombre nombres',
  lastName: 'lastname surname familyname nachname familienname nom nomdefamille apellido apellidos',
  fullName:
    'name fullname displayname student studentname learner pupil alias schuler schulerin lernende vollstandigername eleve etudiant nomcomplet alumno alumna estudiante nombrecompleto',
  email:
    'email emailaddress mail emailadresse mailadresse adressedecourriel courriel adresseemail correo correoelectronico direcciondecorreo direcciondecorreoelectronico',
  studentNumber:
    'idnumber studentnumber studentid studentno sisuserid sisid matriculationnumber matrikelnummer idnummer schulernummer numerodidentification numerodetudiant numerodeid numerodeidentificacion matricula',
  login:
    'sisloginid username login benutzername anmeldename nomdutilisateur identifiant nombredeusuario usuario',
  lmsId: 'id userid canvasid',
};

const fields = new Map(
  Object.entries(headers).flatMap(([field, words]) =>
    words.split(' ').map((word) => [word, field as PersonField] as const),
  ),
);

/** Which field a header names, whatever its case, accents and signs; null for any other column. */
export function personFieldOf(header: string): PersonField | null {
  const folded = header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return fields.get(folded) ?? fields.get(folded.replace(/s$/, '')) ?? null;
}

/** Reads a row's person; of two columns with the same field the first that is filled counts. */
export function personIn(header: readonly string[], cells: readonly string[]): Person {
  const person: Partial<Record<PersonField, string>> = {};
  for (const [index, name] of header.entries()) {
    const field = personFieldOf(name);
    const text = cells[index]?.trim() ?? '';
    if (field !== null && text !== '') person[field] ??= text;
  }
  return person;
}

/** The two parts of “Last, First”; null for a name written in any other way. */
export function readLastFirst(name: string): { lastName: string; firstName: string } | null {
  const [, lastName, firstName] = /^\s*([^,]*[^,\s])\s*,\s*([^,]*[^,\s])\s*$/.exec(name) ?? [];
  return lastName && firstName ? { lastName, firstName } : null;
}

/** A person's name as it is spoken: “First Last”; empty where the row names nobody. */
export function spokenName({ firstName, lastName, fullName }: Person): string {
  if (firstName ?? lastName) return [firstName, lastName].filter(Boolean).join(' ');
  const parts = readLastFirst(fullName ?? '');
  return parts ? `${parts.firstName} ${parts.lastName}` : (fullName ?? '');
}
