/**
 * Every word of the interface in Spanish, as it is spoken by sellers in the United States and Latin America.
 *
 * Names of Amazon's reports, menus and columns stay in English: so Seller Central shows them in the US.
 * `many` is for whole millions: "1,000,000 de registros". Words that recur:
 *
 * report: reporte · record: registro · sale line: línea de venta · check: revisar, revisión · checker: verificador
 * correct, fix, mend: corregir · leave out: omitir · set aside: apartar · take back: deshacer · place: lugar
 * sales tax: impuesto sobre las ventas · use tax: impuesto sobre el uso · file (a tax): declarar · collect (a tax): recaudar
 * marketplace: facilitador del mercado · tax service: servicio de impuestos · amount: monto · refund: reembolso
 * return: devolución · goods: mercancía · item: artículo · order: pedido · order number: número de pedido
 * shipment: envío · fulfillment center: centro logístico · stock: inventario · ZIP code: código postal
 * spreadsheet: hoja de cálculo · workbook: libro de Excel · header: encabezado · encoding: codificación
 * upload: subir · manifest: manifiesto · checksum: suma de verificación · support: soporte
 */
import catalogue from "./catalogue.es.js";

/** @type {Record<string, import("./en.js").FaultWords>} */
const faults = {
  "wasm-blocked": {
    what: "Este navegador no deja que el verificador arranque",
    why: "El verificador es un pequeño programa (WebAssembly) que funciona dentro de esta página, y aquí una configuración de seguridad bloquea ese tipo de programas. Lo hacen el modo de aislamiento (Lockdown Mode) del iPhone, el iPad y la Mac, la seguridad mejorada de Microsoft Edge, el nivel “Más seguro” (Safer) del navegador Tor y las políticas de algunas empresas.",
    fix: [
      "Abra esta página en otro navegador, o permita este sitio en esa configuración y recargue la página.",
      "Si usted administra este sitio web: su política de seguridad tiene que permitir 'wasm-unsafe-eval' para los scripts.",
    ],
    retry: "reload",
  },
  "wasm-missing": {
    what: "Una parte del verificador no llegó",
    why: "El navegador no pudo descargar el programa que lee el reporte. Quizá se cortó la conexión o se está actualizando el sitio web.",
    fix: ["Revise su conexión a internet e inténtelo de nuevo.", "Si vuelve a pasar, dígale a soporte qué mensaje vio aquí."],
    retry: "again",
  },
  "workbooks-missing": {
    what: "La parte que abre los libros de Excel no llegó",
    why: "Solo se descarga cuando se elige un libro de Excel, y esta vez no llegó. Quizá se cortó la conexión o se está actualizando el sitio web. No se envió nada.",
    fix: ["Revise su conexión a internet e inténtelo de nuevo.", "O elija el archivo .txt o .csv que generó Amazon: no necesita esa parte."],
    retry: "again",
  },
  "worker-blocked": {
    what: "Esta página no tiene permiso para iniciar el verificador",
    why: "El verificador funciona separado de la página, en un worker, para poder aislarlo de la red. Una política de seguridad de este sitio web o de este navegador no permite los workers.",
    fix: [
      "Pruebe con otro navegador y desactive las extensiones que bloquean scripts en esta página.",
      "Si usted administra este sitio web: su política de seguridad tiene que permitir el worker en worker-src.",
    ],
    retry: "reload",
  },
  "worker-missing": {
    what: "No se encontró una parte del verificador",
    why: "El sitio web respondió que el script que lee los reportes no está ahí. Quizá se movió mientras se actualizaba el sitio.",
    fix: ["Recargue la página para usar la versión más reciente.", "Si vuelve a pasar, dígale a soporte qué mensaje vio aquí."],
    retry: "reload",
  },
  "worker-crashed": {
    what: "El verificador se detuvo a la mitad de su trabajo",
    why: "Es una falla del verificador, o el dispositivo se quedó sin memoria. No tiene que ver con su reporte, y no se envió nada.",
    fix: [
      "Inténtelo de nuevo. El verificador empieza desde cero.",
      "Si este dispositivo tiene poca memoria, cierre otras pestañas y programas.",
      "Si se detiene otra vez con el mismo archivo, avise a soporte.",
    ],
    retry: "again",
  },
  "worker-silent": {
    what: "El verificador no respondió",
    why: "Se inició, pero no respondió en diez segundos. Quizá el dispositivo está muy ocupado o una extensión lo detuvo.",
    fix: ["Inténtelo de nuevo.", "Si vuelve a pasar, pruebe en una ventana privada, donde las extensiones están desactivadas."],
    retry: "again",
  },
  "file-unreadable": {
    what: "El navegador no pudo leer el archivo",
    why: "El archivo se movió, se borró o cambió de nombre después de que usted lo eligió, está en una unidad que ya no está conectada, u otro programa lo tiene bloqueado.",
    fix: ["Cierre el archivo en otros programas, como Excel.", "Si está en una unidad de red o en una carpeta en la nube, cópielo a esta computadora.", "Luego elíjalo de nuevo."],
    retry: "choose",
  },
  "file-changed": {
    what: "El archivo cambió mientras se leía",
    why: "Ya no tiene el mismo tamaño que cuando usted lo eligió, así que la revisión mezclaría dos versiones. Quizá la descarga no había terminado, u otro programa guardó el archivo.",
    fix: ["Espere a que termine la descarga y cierre el archivo en otros programas.", "Luego elíjalo de nuevo."],
    retry: "choose",
  },
  "is-directory": {
    what: "Eso es una carpeta, y el verificador lee archivos",
    why: "El navegador entrega la carpeta sin lo que hay en ella.",
    fix: ["Abra la carpeta y elija el reporte que está adentro."],
    retry: "choose",
  },
  "session-finished": {
    what: "El verificador perdió el hilo de su trabajo",
    why: "Se quiso continuar una revisión que ya había terminado. Es una falla del verificador o de esta página. Su reporte está intacto, y no se envió nada.",
    fix: ["Inténtelo de nuevo. El verificador empieza desde cero.", "Si vuelve a pasar, dígale a soporte qué mensaje vio aquí."],
    retry: "again",
  },
  "not-read-again": {
    what: "El verificador se detuvo antes de terminar",
    why: "Un archivo se tiene que leer dos veces cuando sus valores están escritos de más de una forma, y eso no ocurrió. Es una falla del verificador o de esta página. Su reporte está intacto, y no se envió nada.",
    fix: ["Inténtelo de nuevo. El verificador empieza desde cero.", "Si vuelve a pasar, dígale a soporte qué mensaje vio aquí."],
    retry: "again",
  },
  "does-not-add-up": {
    what: "El verificador contó mal y se detuvo",
    why: "Hay que dar cuenta de cada registro leído. Aquí las cuentas no cuadraron, así que el resultado se descartó y no se envió nada. Es una falla del verificador, no de su reporte.",
    fix: ["Inténtelo de nuevo.", "Si vuelve a pasar con el mismo archivo, avise a soporte: es una falla que tenemos que corregir nosotros."],
    retry: "again",
  },
  "no-such-form": {
    what: "Esta página pide un archivo que no existe",
    why: "Pide una plantilla en un formato que esa plantilla no tiene. Es una falla de la página, no de su reporte. Su reporte está intacto, y no se envió nada.",
    fix: ["Dígale a soporte qué mensaje vio aquí: hay que configurar la página de otra manera."],
    retry: "again",
  },
  "view-missing": {
    what: "La parte que muestra el resultado no llegó",
    why: "Su reporte se revisó, pero el navegador no pudo descargar lo que hace falta para mostrarle el resultado. Quizá se cortó la conexión o se está actualizando el sitio web.",
    fix: ["Revise su conexión a internet e inténtelo de nuevo.", "Si no funciona, recargue la página y elija su reporte otra vez."],
    retry: "again",
  },
  unknown: {
    what: "No se pudo terminar la revisión",
    why: "Algo falló en el verificador o en este navegador, y todavía no tiene nombre. No tiene que ver con su reporte, y no se envió nada.",
    fix: ["Inténtelo de nuevo y, si no funciona, recargue la página.", "Si vuelve a pasar, dígale a soporte lo que aparece abajo en “Para soporte”."],
    retry: "again",
  },
};

export default {
  lang: "es",
  dir: "ltr",

  chooser: {
    label: "Reporte de Amazon",
    labelMultiple: "Reportes de Amazon",
    hint: "El archivo .txt o .csv de Seller Central, sin abrirlo en Excel. También sirve en .zip o .gz.",
    hintMultiple: "Los archivos .txt o .csv de Seller Central, sin abrirlos en Excel. Elija todos los meses juntos; también sirven en .zip o .gz.",
    button: "Elegir archivo",
    buttonMultiple: "Elegir archivos",
    drop: "o arrástrelo aquí",
    dropMultiple: "o arrástrelos aquí",
    another: "Elegir otro archivo",
    add: "Agregar otro archivo",
    several: { one: "{n} archivo", many: "{n} de archivos", other: "{n} archivos" },
    reset: "Empezar de nuevo",
    entered: "Entró en la zona para soltar archivos",
    left: "Salió de la zona para soltar archivos",
    promise: "Nada sale de su computadora hasta que usted presione el botón para subir.",
    promiseCheckOnly: "Su archivo se revisa en esta computadora y no va a ninguna parte. Esta página no puede enviarlo.",
    error: "Error:",
  },

  /** @type {Record<string, string>} */
  problems: {
    "several-files": "Elija un solo archivo a la vez. Se eligieron varios y no se leyó ninguno.",
    "is-directory": "Eso es una carpeta. Ábrala y elija el reporte que está adentro.",
    "no-file": "Lo que arrastró no contiene ningún archivo. Guárdelo primero en esta computadora y luego elíjalo.",
    other: "No se pudo usar lo que eligió. Elija un archivo de reporte de esta computadora.",
  },

  /** The page for iframes. */
  embed: {
    host: "Lo que se puede enviar se entrega a la página que contiene a esta: {host}. De su archivo no se entrega nada más.",
  },

  /** Said by the browser when a form is sent too early. */
  form: {
    missing: "Elija primero su reporte de Amazon.",
    checking: "El reporte todavía se está revisando. Espere el resultado o cancele la revisión.",
    notReady: "Este reporte no está listo para enviarse. Vea qué hay que corregir o elija otro archivo.",
  },

  seal: {
    waiting: "Preparando el verificador…",
    sealed: "Sellado: la parte que lee su archivo no tiene acceso a la red. Lo comprobamos antes de leer.",
    open: "Sin sellar: la parte que lee su archivo podría tener acceso a la red.",
    /** @type {Record<string, string>} */
    reasons: {
      "data-allowed": "Lo comprobamos: el navegador no rechazó una solicitud de prueba. La revisión funciona igual, y el verificador no envía nada por su cuenta.",
      "request-allowed": "Lo comprobamos: una solicitud de prueba a este sitio web sí pasó. La revisión funciona igual, y el verificador no envía nada por su cuenta.",
      "other-hosts-allowed": "Lo comprobamos: se rechazaron las solicitudes de prueba, pero la política de seguridad de esta página deja pasar solicitudes a otros sitios web. El verificador no envía nada por su cuenta.",
      "scripts-allowed": "Lo comprobamos: se rechazaron las solicitudes de prueba, pero la política de seguridad de esta página dejaría cargar más scripts. El verificador no envía nada por su cuenta.",
      other: "Aquí no se pudo comprobar. La revisión funciona igual, y el verificador no envía nada por su cuenta.",
    },
  },

  progress: {
    title: "Revisando {file}",
    bar: "Cuánto del archivo se ha leído",
    bytes: "{done} de {total}",
    records: { one: "{n} registro", many: "{n} de registros", other: "{n} registros" },
    left: "quedan unos {time}",
    soon: "quedan unos segundos",
    starting: "Empezando…",
    cancel: "Cancelar",
    announceStart: "Revisando {file}.",
    announce: "{percent} leído, todavía sin resultado.",
    cancelled: "La revisión se canceló. No se envió nada.",
    cleared: "El resultado se borró.",
  },

  verdict: {
    /** The heading, said. */
    announce: "{heading}.",
    /** Said before the heading to those who see neither color nor icon. @type {Record<string, string>} */
    tones: { good: "Listo:", warning: "Listo, con algo por revisar:", error: "No está listo:", question: "Todavía no está listo:", note: "Nada que enviar:" },
    ready: {
      zero: "Este reporte está listo",
      one: "Este reporte está listo: {n} línea de venta",
      many: "Este reporte está listo: {n} de líneas de venta",
      other: "Este reporte está listo: {n} líneas de venta",
    },
    warnings: {
      one: "Este reporte se puede usar, pero antes revise {n} punto",
      many: "Este reporte se puede usar, pero antes revise {n} de puntos",
      other: "Este reporte se puede usar, pero antes revise {n} puntos",
    },
    leftOut: {
      one: "Este reporte está listo sin {n} registro que usted omitió",
      many: "Este reporte está listo sin {n} de registros que usted omitió",
      other: "Este reporte está listo sin {n} registros que usted omitió",
    },
    rejected: {
      one: "Hay que corregir {n} de {read} registros antes de poder usar este reporte",
      many: "Hay que corregir {n} de {read} registros antes de poder usar este reporte",
      other: "Hay que corregir {n} de {read} registros antes de poder usar este reporte",
    },
    blocked: {
      one: "Hay que corregir {n} problema del archivo antes de poder usar este reporte",
      many: "Hay que corregir {n} de problemas del archivo antes de poder usar este reporte",
      other: "Hay que corregir {n} problemas del archivo antes de poder usar este reporte",
    },
    answers: {
      one: "Hay {n} pregunta que debe responder antes de poder usar este reporte",
      many: "Hay {n} de preguntas que debe responder antes de poder usar este reporte",
      other: "Hay {n} preguntas que debe responder antes de poder usar este reporte",
    },
    /** The same of several files. */
    batch: {
      ready: {
        zero: "Sus {files} reportes están listos",
        one: "Sus {files} reportes están listos: {n} línea de venta",
        many: "Sus {files} reportes están listos: {n} de líneas de venta",
        other: "Sus {files} reportes están listos: {n} líneas de venta",
      },
      warnings: {
        one: "Sus {files} reportes se pueden usar, pero antes revise {n} punto",
        many: "Sus {files} reportes se pueden usar, pero antes revise {n} de puntos",
        other: "Sus {files} reportes se pueden usar, pero antes revise {n} puntos",
      },
      leftOut: {
        one: "Sus {files} reportes están listos sin {n} registro que usted omitió",
        many: "Sus {files} reportes están listos sin {n} de registros que usted omitió",
        other: "Sus {files} reportes están listos sin {n} registros que usted omitió",
      },
      rejected: {
        one: "Hay que corregir {n} de {read} registros antes de poder usar estos reportes",
        many: "Hay que corregir {n} de {read} registros antes de poder usar estos reportes",
        other: "Hay que corregir {n} de {read} registros antes de poder usar estos reportes",
      },
      blocked: {
        one: "Hay que corregir {n} problema de los archivos antes de poder usar los reportes",
        many: "Hay que corregir {n} de problemas de los archivos antes de poder usar los reportes",
        other: "Hay que corregir {n} problemas de los archivos antes de poder usar los reportes",
      },
      answers: {
        one: "Hay {n} pregunta que debe responder antes de poder usar estos reportes",
        many: "Hay {n} de preguntas que debe responder antes de poder usar estos reportes",
        other: "Hay {n} preguntas que debe responder antes de poder usar estos reportes",
      },
      wrong: {
        one: "{n} de {files} archivos no se puede usar",
        many: "{n} de {files} archivos no se pueden usar",
        other: "{n} de {files} archivos no se pueden usar",
      },
      empty: "No hay ventas en estos reportes",
    },
    wrong: "No es el reporte correcto: {title}",
    wrongMaybe: "Parece que no es el reporte correcto: {title}",
    empty: "No hay ventas en este archivo",
    leads: {
      ready: "Se leyó y se contó cada registro.",
      corrected: {
        one: "Se corrigió {n} registro sin adivinar. El cambio se muestra abajo.",
        many: "Se corrigieron {n} de registros sin adivinar. Todos los cambios se muestran abajo.",
        other: "Se corrigieron {n} registros sin adivinar. Todos los cambios se muestran abajo.",
      },
      without: {
        one: "No incluye {n} registro que usted omitió.",
        many: "No incluye {n} de registros que usted omitió.",
        other: "No incluye {n} registros que usted omitió.",
      },
      next: "Todavía no se ha enviado nada.",
      checkOnly: "No se envió nada: esta página solo revisa.",
      wrongBatch: "Abajo se explica por qué y qué descargar en su lugar. Quite de la lista lo que no se puede usar para poder enviar el resto. No se envió nada.",
      fix: "No se envió nada. Abajo se explica qué está mal, dónde y cómo corregirlo.",
      leftOut: "El manifiesto que se sube con los datos dice que usted los omitió.",
      warnings: "Revise la lista de abajo. Si todo está como debe estar, continúe.",
      answers: "Solo usted puede decidirlo. No se envió nada.",
      emptySetAside: "Todo lo que hay en el archivo se apartó porque no son ventas; abajo están los motivos. Revise las fechas que pidió en Seller Central y si vendió algo en ese período.",
    },
  },

  facts: {
    report: "Reporte",
    unnamed: "Sin nombre",
    dates: "Fechas de venta",
    range: "del {first} al {last}",
    gaps: { one: "{n} período sin ventas", many: "{n} de períodos sin ventas", other: "{n} períodos sin ventas" },
    partial: "al último día le pueden faltar ventas",
  },

  files: {
    title: "Sus archivos",
    add: "Agregar otro archivo",
    remove: "Quitar",
    removeNamed: "Quitar {file}",
    reports: { one: "contiene {n} reporte", many: "contiene {n} de reportes", other: "contiene {n} reportes" },
    /** @type {Record<string, string>} */
    status: { good: "Listo", warning: "Conviene revisar", error: "Hay que corregir", question: "Tiene una pregunta para usted", note: "Sin ventas", wrong: "No se puede usar" },
    report: "Reporte",
    records: "Registros",
    read: { one: "{n} leído: {list}", many: "{n} leídos: {list}", other: "{n} leídos: {list}" },
    ledger: {
      accepted: { one: "{n} sin problemas", many: "{n} sin problemas", other: "{n} sin problemas" },
      repaired: { one: "{n} corregido", many: "{n} corregidos", other: "{n} corregidos" },
      rejected: { one: "{n} por corregir", many: "{n} por corregir", other: "{n} por corregir" },
      leftOut: { one: "{n} omitido", many: "{n} omitidos", other: "{n} omitidos" },
      setAside: { one: "{n} apartado", many: "{n} apartados", other: "{n} apartados" },
    },
    before: "También en otro archivo",
    countedBefore: {
      one: "{n} línea de venta ya se contó en un archivo de más arriba y no se cuenta otra vez",
      many: "{n} de líneas de venta ya se contaron en un archivo de más arriba y no se cuentan otra vez",
      other: "{n} líneas de venta ya se contaron en un archivo de más arriba y no se cuentan otra vez",
    },
    about: "Acerca de este archivo",
  },

  about: {
    title: "Acerca de este archivo",
    recognised: "Identificado",
    /** @type {Record<string, string>} */
    sure: { high: "Con certeza", medium: "Muy probablemente", none: "Sin certeza" },
    by: {
      columns: {
        one: "{sure}: se encontró {n} de los {wanted} nombres de columna que distinguen este reporte de otros.",
        many: "{sure}: se encontraron {n} de los {wanted} nombres de columna que distinguen este reporte de otros.",
        other: "{sure}: se encontraron {n} de los {wanted} nombres de columna que distinguen este reporte de otros.",
      },
      allColumns: {
        one: "{sure}: se encontró {n} nombre de columna, el único que distingue este reporte de otros.",
        many: "{sure}: se encontraron los {n} de nombres de columna que distinguen este reporte de otros.",
        other: "{sure}: se encontraron los {n} nombres de columna que distinguen este reporte de otros.",
      },
      values: "{sure}, por la forma de sus valores: los nombres de sus columnas no se pueden leer.",
      bytes: "{sure}, por sus primeros bytes.",
      nothing: "No: no coincide con ningún reporte que conozcamos.",
    },
    language: "Los nombres de las columnas están en {language}.",
    missing: { one: "No se encontró: {list}.", many: "No se encontraron: {list}.", other: "No se encontraron: {list}." },
    container: "Llegó en",
    /** @type {Record<string, string>} */
    containers: { gzip: "un archivo comprimido (.gz), abierto aquí", zip: "un archivo ZIP, con el nombre {member}", xlsx: "un libro de Excel, en la hoja {member}" },
    written: "Formato",
    /** @type {Record<string, string>} */
    delimiters: { tab: "Celdas separadas por tabulaciones.", comma: "Celdas separadas por comas.", semicolon: "Celdas separadas por punto y coma.", pipe: "Celdas separadas por barras verticales." },
    comma: "Los centavos van después de una coma.",
    preamble: {
      one: "Hay {n} línea antes de los nombres de las columnas.",
      many: "Hay {n} de líneas antes de los nombres de las columnas.",
      other: "Hay {n} líneas antes de los nombres de las columnas.",
    },
    readAs: "Leído como {encoding}.",
    readAsBySeller: "Leído como {encoding}, porque usted lo eligió.",
    /** @type {Record<string, string>} */
    encodingBy: {
      mark: "El archivo lo dice en sus primeros bytes.",
      strict: "Todas sus letras corresponden.",
      "zero-bytes": "Uno de cada dos bytes es cero, como en esa codificación.",
      header: "Solo así los nombres de las columnas son los que conocemos.",
      text: "Solo así las letras forman palabras.",
      default: "Ninguna otra corresponde.",
    },
    /** @type {Record<string, string>} */
    encodings: {
      "utf-8": "UTF-8", "windows-1252": "Europa occidental (Windows-1252)", "utf-16le": "UTF-16, little-endian (byte menor primero)",
      "utf-16be": "UTF-16, big-endian (byte mayor primero)", shift_jis: "Japonés (Shift_JIS)", gbk: "Chino (GBK)",
    },
    wrongLetters: "¿Las letras se ven mal?",
    legend: "¿Con cuál de estas opciones se ven bien las palabras?",
    now: "(ahora)",
    loading: "Leyendo algunas celdas…",
    privacy: "Algunas celdas de su archivo, leídas de nuevo ahora para que las vea solo usted. No se enviaron.",
    noSamples: "Este archivo solo tiene letras que se ven igual con casi todas estas opciones.",
    gone: "No se pudo leer el archivo de nuevo. Quizá se movió o cambió después de la revisión.",
    undo: "Dejar que el verificador decida de nuevo",
  },

  coverage: {
    title: "Días cubiertos",
    days: {
      one: "Hay ventas en {covered} de {n} día: {range}.",
      many: "Hay ventas en {covered} de {n} de días: {range}.",
      other: "Hay ventas en {covered} de {n} días: {range}.",
    },
    missing: { one: "Entre sus archivos falta {n} día", many: "Entre sus archivos faltan {n} de días", other: "Entre sus archivos faltan {n} días" },
    missingWhy: "Si vendió algo en ese tiempo, falta un reporte. Descárguelo para esos días y agréguelo aquí.",
    more: { one: "y {n} período más", many: "y {n} de períodos más", other: "y {n} períodos más" },
    whole: "Entre sus archivos no falta ningún día.",
    quiet: {
      one: "Dentro de los archivos hay {n} día sin ventas.",
      many: "Dentro de los archivos hay {n} de días sin ventas.",
      other: "Dentro de los archivos hay {n} días sin ventas.",
    },
    partial: "El último reporte se descargó menos de un día después de su última venta, así que pueden faltar ventas del {day}.",
  },

  questions: {
    title: "Preguntas para usted",
    open: "Falta su respuesta",
    answered: "Usted decidió",
    legend: "¿Cuál es?",
    hint: "Su respuesta se aplica de inmediato, y puede cambiarla cuando quiera.",
    /** @type {Record<string, { title: string, example: string }>} */
    answers: {
      "month-first": { title: "Primero el mes", example: "5/3 es el 3 de mayo, como se usa en Estados Unidos" },
      "day-first": { title: "Primero el día", example: "5/3 es el 5 de marzo, como se usa en Europa y Latinoamérica" },
    },
    records: { one: "{n} registro", many: "{n} de registros", other: "{n} registros" },
    nothing: "Ningún registro tendría una fecha que se pueda leer.",
    more: { one: "y {n} mes más", many: "y {n} de meses más", other: "y {n} meses más" },
    undo: "Retirar la respuesta",
  },

  damage: {
    tag: "Abierto y guardado en una hoja de cálculo",
    fix: "Cómo obtener un archivo en buen estado",
    steps: [
      "Descargue el reporte de nuevo desde Seller Central.",
      "No lo abra en Excel ni en ninguna otra hoja de cálculo. Abrirlo y guardarlo es lo que cambia los números y las fechas.",
      "Elija aquí el archivo nuevo, directamente de su carpeta de descargas.",
    ],
    way: "Cómo llegar en Seller Central",
    look: "Si quiere ver el contenido, abra una copia. Lo que pase con la copia no importa.",
    button: "Elegir el archivo nuevo",
    signs: { one: "Ver en qué se notó ({n} señal)", many: "Ver en qué se notó ({n} de señales)", other: "Ver en qué se notó ({n} señales)" },
  },

  ledger: {
    read: { one: "registro leído", many: "de registros leídos", other: "registros leídos" },
    accepted: { one: "sin problemas", many: "sin problemas", other: "sin problemas" },
    repaired: { one: "corregido", many: "corregidos", other: "corregidos" },
    rejected: { one: "por corregir", many: "por corregir", other: "por corregir" },
    leftOut: { one: "omitido", many: "omitidos", other: "omitidos" },
    setAside: { one: "no es una venta", many: "no son ventas", other: "no son ventas" },
    setAsideLeftOut: { one: "no es una venta, o usted lo omitió", many: "no son ventas, o usted los omitió", other: "no son ventas, o usted los omitió" },
  },

  summary: {
    title: "Hay un problema",
    titleSeveral: "Hay problemas",
    item: { one: "{what} ({n} lugar)", many: "{what} ({n} de lugares)", other: "{what} ({n} lugares)" },
    itemFile: "{what}",
  },

  findings: {
    title: "Qué se encontró",
    groups: {
      error: { title: "Hay que corregir", lead: "Por esto hay registros que no se pueden enviar. Puede abrir un registro y corregirlo aquí." },
      warning: { title: "Conviene revisar", lead: "Esto no le impide continuar. Compruebe que todo esté como debe estar." },
      note: { title: "Para su información", lead: "Aquí no tiene que hacer nada." },
    },
    leftOut: { title: "Omitidos", lead: "Usted omitió estos registros. No se enviarán." },
    /** @type {Record<string, string>} */
    tags: { error: "Hay que corregir", warning: "Conviene revisar", note: "Para su información" },
    /** By what follows from it, where that says more. @type {Record<string, string>} */
    effectTags: { "sets-aside": "Apartado", withholds: "Se queda aquí" },
    leftOutTag: "Omitido",
    count: { one: "{n} lugar", many: "{n} de lugares", other: "{n} lugares" },
    wholeFile: "Todo el archivo",
    allFiles: "Todos los archivos juntos",
    header: "Los nombres de las columnas",
    fix: "Qué hacer:",
    columns: { one: "Columna: {list}", many: "Columnas: {list}", other: "Columnas: {list}" },
    places: "Dónde",
    caption: "Dónde se encontró: {what}",
    showPlaces: { one: "Mostrar el lugar", many: "Mostrar los {n} de lugares", other: "Mostrar los {n} lugares" },
    showFirst: "Mostrar los primeros {shown} de {n} lugares",
    capped: "Se muestran los primeros {shown} de {n} lugares.",
    numbering: "Los registros se numeran como en una hoja de cálculo: los nombres de las columnas son el número 1.",
    record: "Registro",
    column: "Columna",
    file: "Archivo",
    wholeRecord: "Todo el registro",
    action: "Ver",
    open: "Abrir",
    close: "Cerrar",
    openRecord: "Abrir el registro {record}",
    closeRecord: "Cerrar el registro {record}",
    more: { one: "Mostrar {n} más", many: "Mostrar {n} más", other: "Mostrar {n} más" },
  },

  leaveOut: {
    title: "Continuar sin estos registros",
    lead: "Es mejor corregir el reporte y revisarlo de nuevo, porque faltará el impuesto de lo que se omita. Si no puede, tiene la opción de omitirlos.",
    button: { one: "Omitir este {n} registro", many: "Omitir estos {n} de registros", other: "Omitir estos {n} registros" },
    question: { one: "¿Omitir {n} registro?", many: "¿Omitir {n} de registros?", other: "¿Omitir {n} registros?" },
    consequence: "No se enviarán ni se calculará ningún impuesto sobre ellos. El manifiesto que se sube con los datos dirá que usted los omitió y cuántos son.",
    confirm: { one: "Sí, omitir {n} registro", many: "Sí, omitir {n} de registros", other: "Sí, omitir {n} registros" },
    keep: "No, regresar",
  },

  record: {
    title: "Registro {record}",
    caption: "Las celdas del registro {record}",
    header: "Columna",
    text: "Lo que dice",
    empty: "vacío",
    marked: "Mire aquí",
    stays: "se queda aquí",
    change: "Cambiar",
    changeNamed: "Cambiar {column}",
    before: "El reporte dice: {text}",
    repaired: "Corregido: {text}",
    cellFits: "Ahora está bien",
    candidates: "Quizá quiso decir",
    save: "Guardar y revisar de nuevo",
    takeBack: "Deshacer lo que escribió",
    leaveOut: "Omitir este registro",
    leaveOutHint: "Lo que se omite no se envía ni se calcula impuesto sobre ello. El manifiesto dice cuántos registros omitió, y puede volver a incluirlo.",
    takeIn: "Volver a incluir este registro",
    isLeftOut: "Usted omitió este registro. No se enviará.",
    nothing: "Todavía no ha cambiado nada. Escriba el valor correcto en la celda marcada.",
    wrong: "Hay que corregir: {what}.",
    stillWrong: "Todavía no está bien: {what}.",
    fits: "Este registro ya está bien. Guárdelo para que cuente.",
    fitsAsEdited: "Este registro está bien como usted lo cambió.",
    byItself: "Por sí solo, este registro se puede usar.",
    setAside: "Este registro se apartó: {what}.",
    privacy: "Se leyó de nuevo de su archivo ahora, para que lo vea solo usted. No se envió.",
    loading: "Leyendo el registro…",
    gone: "No se pudo leer de nuevo el registro {record}. Quizá el archivo se movió o cambió después de la revisión: elíjalo otra vez para ver sus registros.",
  },

  changes: {
    title: "Lo que usted cambió",
    edited: {
      what: "Registro {record}: cambió {columns}",
      whatIn: "Registro {record} de {file}: cambió {columns}",
      back: "Deshacer",
      label: "Deshacer lo que cambió en el registro {record}",
    },
    leftOut: {
      what: "Registro {record}: lo omitió",
      whatIn: "Registro {record} de {file}: lo omitió",
      back: "Volver a incluir",
      label: "Volver a incluir: registro {record}",
    },
    rejected: {
      what: "Los registros por corregir: los omitió",
      back: "Volver a incluir",
      label: "Volver a incluir: los registros por corregir",
    },
    declined: {
      what: "Se dejó como estaba: {what}",
      back: "Corregir de todos modos",
      label: "Corregir de todos modos: {what}",
    },
    more: { one: "y {n} más", many: "y {n} más", other: "y {n} más" },
    last: "Lo último: {what}.",
    /** @type {Record<string, string>} */
    kinds: {
      answer: "su respuesta a una pregunta",
      encoding: "la codificación que eligió",
      decline: "las correcciones que quiere",
      edit: "lo que escribió en un registro",
      "left-out": "un registro que omitió o volvió a incluir",
      "rejected-left-out": "los registros por corregir, que omitió o volvió a incluir",
    },
    undo: "Deshacer el último cambio",
  },

  repairs: {
    title: "Corregido automáticamente",
    lead: "Solo se cambió lo que se puede leer de una única manera. Las formas de abajo muestran el cambio sin el texto: 9 es un dígito, A y a son letras, y un punto es un espacio.",
    count: { one: "{n} celda", many: "{n} de celdas", other: "{n} celdas" },
    declined: "Se dejó como estaba",
    declinedLead: "Usted decidió dejar estas celdas como están en el reporte. Si una celda no se puede leer así, su registro no se envía.",
    decline: "Dejar como estaba",
    declineNamed: "Dejar como estaba: {what}",
    accept: "Corregir de todos modos",
    acceptNamed: "Corregir de todos modos: {what}",
    caption: "Corregido: {what}",
    before: "Antes",
    after: "Después",
    nothing: "nada",
  },

  columns: {
    title: "Qué se envía y qué se queda aquí",
    titleCheckOnly: "Qué se enviaría al subirlo y qué se quedaría aquí",
    titleNotReady: "Qué se enviaría y qué se queda aquí",
    leaving: { one: "Se envía {n} columna", many: "Se envían {n} de columnas", other: "Se envían {n} columnas" },
    leavingLater: { one: "Se enviaría {n} columna", many: "Se enviarían {n} de columnas", other: "Se enviarían {n} columnas" },
    leavingLead: "Solo lo necesario para el impuesto sobre las ventas, limpio y con formato.",
    staying: {
      one: "{n} columna se queda en esta computadora",
      many: "{n} de columnas se quedan en esta computadora",
      other: "{n} columnas se quedan en esta computadora",
    },
    stayingLead: "No hace falta para el impuesto, así que nunca se sube.",
    stayingNone: "El reporte no tiene otras columnas.",
    payload: {
      one: "Se sube {n} línea de venta en un archivo de {bytes}.",
      many: "Se suben {n} de líneas de venta en un archivo de {bytes}.",
      other: "Se suben {n} líneas de venta en un archivo de {bytes}.",
    },
    manifest: "Lo acompaña un manifiesto: cantidades, totales, los nombres de las columnas que no se envían y la suma de verificación. No contiene ningún texto de sus registros.",
    checksum: "Suma de verificación (SHA-256 de sus partes)",
    download: "Descargar lo que se enviará",
  },

  skipped: {
    title: {
      one: "Se omitió {n} comprobación, porque al reporte le faltan columnas",
      many: "Se omitieron {n} de comprobaciones, porque al reporte le faltan columnas",
      other: "Se omitieron {n} comprobaciones, porque al reporte le faltan columnas",
    },
    lead: "Eso no tiene nada de malo. En un reporte con estas columnas también se comprobaría esto:",
    columns: { one: "(necesita la columna {list})", many: "(necesita las columnas {list})", other: "(necesita las columnas {list})" },
  },

  downloads: {
    title: "Archivos para usted",
    lead: "Se generan en esta computadora y se guardan en su carpeta de descargas. No se envían a nadie.",
    cleaned: {
      title: "Los datos de ventas, limpios",
      what: "Lo que se enviaría, para verlo en una hoja de cálculo. Los textos que una hoja de cálculo tomaría por fórmulas van marcados como texto.",
      button: "Guardar los datos limpios",
    },
    annotated: {
      title: "Su reporte, con lo que está mal junto a cada registro",
      what: "Todas sus columnas y una más al principio que dice qué se encontró. Los textos que una hoja de cálculo tomaría por fórmulas van marcados como texto. Contiene datos de sus clientes, igual que el reporte: guárdelo con el mismo cuidado.",
      button: "Guardar el reporte con notas",
      buttonOf: "Guardar {file} con notas",
    },
    findings: {
      title: "La lista de lo que se encontró",
      what: "Cada punto con su lugar y qué hacer, sin ningún texto de sus registros. Puede enviársela a soporte.",
      /** @type {Record<string, string>} */
      buttons: { "findings-csv": "Guardar como CSV", "findings-json": "Guardar como JSON", "findings-sarif": "Guardar como SARIF" },
    },
    making: "Generando el archivo…",
    made: "El archivo está listo. Búsquelo en su carpeta de descargas.",
    /** In place of a sentence, for the places of a code that are not in the list. */
    more: "En esta lista faltan {rest} más. Son {all} en total.",
    unnamed: "archivo {number}",
    failed: "No se pudo generar el archivo. Quizá su reporte se movió o cambió después de la revisión: elíjalo de nuevo.",
  },

  totals: {
    title: "Totales",
    lead: "Compárelos con Seller Central antes de enviar. Los montos se suman de forma exacta, al centavo, con las líneas de venta que se pueden enviar.",
    currency: "Totales en {currency}",
    noCurrency: "Líneas sin moneda",
    by: {
      states: {
        show: {
          one: "Por estado de entrega: {n} estado o país",
          many: "Por estado de entrega: {n} de estados y países",
          other: "Por estado de entrega: {n} estados y países",
        },
        caption: "Totales en {currency} por estado de entrega",
        first: "Estado",
        compare: "Seller Central no tiene una lista así. Su Sales Tax Report dice el estado de cada venta, y con él puede comparar un estado.",
      },
      months: {
        show: { one: "Por mes: {n} mes", many: "Por mes: {n} de meses", other: "Por mes: {n} meses" },
        caption: "Totales en {currency} por mes",
        first: "Mes",
        compare: "Pida el resumen (Summary) de un mes. Una venta cuenta en el mes de la fecha tal como la escribe el reporte; Seller Central usa la hora del Pacífico, así que una venta cerca de la medianoche del último día puede aparecer en el mes de al lado.",
      },
      collectors: {
        show: { one: "Por quién recaudó el impuesto", many: "Por quién recaudó el impuesto", other: "Por quién recaudó el impuesto" },
        caption: "Totales en {currency} por quién recaudó el impuesto",
        first: "Lo recaudó",
        compare: "Lo que recaudó el facilitador del mercado (marketplace facilitator), Amazon se lo paga al estado. Lo que recaudó usted le toca declararlo a usted.",
      },
      shipFrom: {
        show: {
          one: "Por lugar de salida: {n} estado",
          many: "Por lugar de salida: {n} de estados",
          other: "Por lugar de salida: {n} estados",
        },
        caption: "Totales en {currency} por estado de salida",
        first: "Salió de",
        compare: "El estado del centro logístico. Compare la lista de estados con su reporte Inventory Event Detail: donde está su inventario, es posible que tenga que declarar.",
      },
    },
    /** @type {Record<string, string>} */
    collectors: { marketplace: "El facilitador del mercado", seller: "Usted", unknown: "El reporte no lo dice" },
    notSaid: "El reporte no lo dice",
    noPlace: "Sin país",
    elsewhere: "{country}, sin estado",
    kind: "Concepto",
    amount: "Monto",
    sales: "Ventas",
    refunds: "Reembolsos",
    together: "En conjunto",
    orders: "Pedidos",
    salesInAll: "Ventas en total, menos descuentos",
    discounts: "Descuentos en total",
    taxes: "Impuesto en total",
    compare: "Cómo comparar estos datos con Seller Central",
    /** In the words of its summary of payments. @type {{ name: string, how: string, refunds?: boolean }[]} */
    comparisons: [
      { name: "Dónde mirar", how: "En Seller Central, en Payments, el Reports Repository tiene un Summary. Pídalo con las fechas de este reporte." },
      { name: "Ventas de artículos", how: "Allí: “Product sales”. Por toda la cantidad, antes de descuentos y sin impuesto." },
      { name: "Envío, envoltura para regalo", how: "Allí: “Shipping credits” y “Gift wrap credits”. Lo que el comprador pagó por ellos, sin impuesto." },
      { name: "Descuentos", how: "Allí: “Promotional rebates”, con signo menos. Aquí van en positivo y no se restan de las ventas de artículos." },
      { name: "Impuesto", how: "Allí: “Product sales tax”, “Shipping credits tax” y “Gift wrap credits tax”. Lo que se les cobró a los compradores, sin importar quién lo recaudó." },
      { name: "Reembolsos", how: "Allí: “Product sale refunds”, “Shipping credit refunds”, etc. Aquí también van en negativo.", refunds: true },
      { name: "Pedidos", how: "Cada número de pedido cuenta una vez, sin importar en cuántas líneas, archivos y meses esté." },
      { name: "Líneas de venta", how: "Una por cada artículo de un envío, así que hay más que pedidos. Seller Central no las cuenta." },
      { name: "Unidades", how: "Allí: “Quantity”. Un reembolso no resta ninguna, porque se puede devolver el dinero de mercancía con la que el comprador se queda." },
      { name: "Si difieren un poco", how: "Seller Central cuenta los días en hora del Pacífico e incluye los pedidos de todos los canales. Pueden faltar o sobrar ventas cerca de la medianoche al principio y al final de sus fechas, y un reporte de lo que envió Amazon no incluye lo que envió usted." },
    ],
    lines: "Líneas de venta",
    units: "Unidades",
    item_amount: "Ventas de artículos",
    item_tax: "Impuesto sobre artículos",
    shipping_amount: "Envío",
    shipping_tax: "Impuesto sobre el envío",
    gift_wrap_amount: "Envoltura para regalo",
    gift_wrap_tax: "Impuesto sobre la envoltura",
    item_discount: "Descuentos en artículos",
    shipping_discount: "Descuentos en el envío",
  },

  map: {
    currency: "Moneda",
    title: "Adónde se envió",
    choose: "Mostrar por estado",
    sales: "Ventas",
    tax: "Impuesto",
    none: "sin ventas",
    most: "Donde hubo más",
    others: "Fuera del mapa",
    note: "Mientras más larga la barra y más oscuro el cuadro, mayor la cifra. Las cifras de los cuadros están redondeadas; la tabla de abajo las tiene todas, al centavo.",
    empty: {
      one: "A {n} estado no se envió nada: su cuadro está vacío.",
      many: "A {n} de estados no se envió nada: sus cuadros están vacíos.",
      other: "A {n} estados no se envió nada: sus cuadros están vacíos.",
    },
    /** By the letters that the post has for them. @type {Record<string, string>} */
    forces: { AA: "fuerzas armadas, América", AE: "fuerzas armadas, Europa y otras regiones", AP: "fuerzas armadas, Pacífico" },
  },

  months: {
    title: "Mes por mes",
    choose: "Mostrar por mes",
    none: "sin ventas",
  },

  calendar: {
    /** @type {Record<string, string>} */
    legend: { sold: "con ventas", none: "sin ventas", missing: "en ninguno de sus archivos" },
    /** Said of a day to those who do not see its mark. @type {Record<string, string>} */
    days: { none: "sin ventas", missing: "en ningún archivo" },
    count: { one: "{sold} de {n} día con ventas", many: "{sold} de {n} de días con ventas", other: "{sold} de {n} días con ventas" },
    more: { one: "{n} mes más de {year}", many: "{n} de meses más de {year}", other: "{n} meses más de {year}" },
    quiet: { one: "{n} día intermedio sin ventas:", many: "{n} de días intermedios sin ventas:", other: "{n} días intermedios sin ventas:" },
    quietWhy: "Si vendió algo en ese tiempo, el reporte no se descargó completo: descárguelo de nuevo para todos sus días.",
  },

  samples: {
    show: {
      one: "Ver {n} registro como está en su archivo y qué se envía de él",
      many: "Ver {n} de registros como están en su archivo y qué se envía de ellos",
      other: "Ver {n} registros como están en su archivo y qué se envía de ellos",
    },
    showLater: {
      one: "Ver {n} registro como está en su archivo y qué se enviaría de él",
      many: "Ver {n} de registros como están en su archivo y qué se enviaría de ellos",
      other: "Ver {n} registros como están en su archivo y qué se enviaría de ellos",
    },
    lead: "Leído de nuevo de su archivo en este momento, para que lo vea solo usted. Lo tachado se queda en esta computadora.",
    loading: "Leyendo los registros…",
    gone: "No se pudieron leer de nuevo los registros. Quizá el archivo se movió o cambió después de la revisión: elíjalo otra vez para verlos.",
    title: "Registro {record}",
    titleIn: "Registro {record} de {file}",
    usual: "Se envía tal cual",
    refund: "Un reembolso",
    column: "Columna",
    before: "En su archivo",
    after: "Lo que se envía",
    afterLater: "Lo que se enviaría",
    stays: "se queda aquí",
    mended: "corregido",
    edited: "usted lo escribió",
    nothing: "nada",
    notItself: "se usa para la revisión, pero no se envía",
    keptBack: "no se envía: parece un dato de una persona",
    added: "se obtuvo del registro",
    emptyStay: {
      one: "También se queda aquí, y está vacía: {list}.",
      many: "También se quedan aquí {n} de columnas vacías: {list}.",
      other: "También se quedan aquí {n} columnas vacías: {list}.",
    },
  },

  wrong: {
    why: "Por qué no sirve",
    instead: "Descargue este en su lugar: {title}",
    way: "Cómo llegar en Seller Central",
    button: "Elegir otro archivo",
  },

  fault: {
    label: "Una falla nuestra o de este navegador",
    why: "Por qué",
    fix: "Qué hacer",
    file: "Ocurrió con este archivo: {file}",
    goOn: "Continuar sin este archivo",
    safe: "Su reporte está intacto, y no se envió nada.",
    again: "Intentar de nuevo",
    choose: "Elegir el archivo de nuevo",
    reload: "Recargar la página",
    support: "Para soporte",
    code: "Mensaje",
    detail: "Detalle",
  },

  faults,
  codes: catalogue.codes,
  reports: catalogue.reports,
};
