/** What the checks find and what reports there are, in Spanish: the words of `catalogue.en.js`, by slug. */
export default {
  codes: {
    "file-empty": {
      what: "El archivo está vacío.",
      why: "No contiene nada que revisar ni que enviar.",
      fix: "Abra otra vez la página de descargas de Seller Central, espere a que el reporte esté listo y descárguelo.",
    },
    "no-records": {
      what: "El reporte tiene encabezado, pero ningún registro debajo.",
      why: "Amazon genera un archivo así cuando no hubo ventas en las fechas que eligió, o todavía no las hay.",
      fix: "Revise las fechas que eligió. Si vendió en ellas, espere un día y descargue el reporte de nuevo.",
    },
    "wrong-report": {
      what: "Con este reporte no se puede declarar el impuesto sobre las ventas.",
      why: "Le falta lo que necesita un servicio de impuestos: cada venta con su fecha, sus montos y el estado de destino.",
      fix: "Descargue de Seller Central el reporte que se indica aquí y elija ese archivo.",
    },
    "column-missing": {
      what: "Faltan columnas que se necesitan para el impuesto.",
      why: "Sin ellas no se puede declarar ningún registro de este archivo.",
      fix: "Descargue el reporte de nuevo con todas sus columnas y no borre ninguna antes de elegir el archivo aquí.",
    },
    "column-twice": {
      what: "Una columna necesaria aparece dos veces en el archivo.",
      why: "Las dos pueden tener valores distintos, y no adivinamos cuál cuenta.",
      fix: "Descargue el reporte de nuevo y no agregue ni copie columnas antes de elegir el archivo aquí.",
    },
    "column-unknown": {
      what: "El archivo tiene una columna que no conocemos.",
      why: "Lo que contiene se queda en su computadora: solo se envían las columnas que conocemos.",
      fix: "No tiene que hacer nada.",
    },
    "columns-in-another-language": {
      what: "Faltan columnas que se necesitan para el impuesto, o tienen nombres en un idioma que conocemos solo en parte.",
      why: "Reconocimos el reporte por algunos nombres de columna. Sin los demás no se puede declarar ningún registro.",
      fix: "Ponga Seller Central en inglés, descargue el reporte de nuevo y elija ese archivo.",
    },
    "header-repeated": {
      what: "La línea con los nombres de las columnas se repite dentro del archivo.",
      why: "Pasa cuando se pegan varias descargas de un mismo reporte. No contiene ninguna venta.",
      fix: "No tiene que hacer nada: la línea se cuenta y no se envía.",
    },
    "another-report-below": {
      what: "A la mitad de este archivo empieza otro reporte.",
      why: "Tiene otras columnas, así que lo que sigue no se puede leer con los nombres de columna de arriba.",
      fix: "Descargue cada reporte por separado y elija los archivos juntos.",
    },
    "container-encrypted": {
      what: "El archivo comprimido está protegido con contraseña.",
      why: "Sin la contraseña no se puede leer nada de lo que contiene, y no se la pedimos.",
      fix: "Descomprímalo en su computadora y elija el reporte que estaba adentro.",
    },
    "container-damaged": {
      what: "El archivo comprimido está dañado o incompleto.",
      why: "Le faltan registros, y no se puede saber cuántos.",
      fix: "Descargue el reporte de nuevo y espere a que termine la descarga.",
    },
    "container-too-large": {
      what: "Descomprimido, el archivo es más grande de lo que acepta esta página.",
      why: "Algunos archivos comprimidos están hechos para llenar la memoria de la computadora; por eso hay un límite.",
      fix: "Descargue el reporte de un período más corto, por ejemplo un mes, y elija el archivo que da Seller Central.",
    },
    "container-nothing-inside": {
      what: "No hay ningún reporte en el archivo comprimido.",
      why: "No contiene nada que revisar ni que enviar.",
      fix: "Abra el archivo comprimido en su computadora y vea qué contiene. Luego elija el reporte mismo.",
    },
    "container-unsupported": {
      what: "El archivo está comprimido de una forma que no podemos leer.",
      why: "Su contenido no se puede revisar sin descomprimirlo.",
      fix: "Descomprímalo en su computadora y elija el reporte que estaba adentro.",
    },
    "template-without-currency": {
      what: "Algunas ventas no están en dólares estadounidenses, y el archivo que acepta su servicio de impuestos no tiene columna para la moneda.",
      why: "Los montos en otras monedas se tomarían por dólares.",
      fix: "Elija solo reportes de tiendas que venden en dólares estadounidenses, o avise a su servicio de impuestos sobre las demás.",
    },
    "file-added-twice": {
      what: "Se eligió el mismo archivo dos veces.",
      why: "De todos modos, sus ventas se cuentan una sola vez.",
      fix: "Quite uno de los dos. Si quería elegir otro archivo, elíjalo.",
    },
    "reports-count-the-same-sales": {
      what: "Dos de los reportes son de tipos distintos e incluyen las mismas ventas.",
      why: "Cada tipo numera sus líneas a su manera, así que la misma venta se contaría dos veces.",
      fix: "Deje los archivos de un tipo y quite los demás. Solo Fulfilled Shipments (lo envía Amazon) y Order Report (lo envía usted) van juntos.",
    },
    "last-day-may-be-partial": {
      what: "El reporte se descargó menos de un día después de su última venta.",
      why: "Amazon puede tardar hasta un día en agregar ventas a un reporte, así que al último día le pueden faltar algunas.",
      fix: "Si el mes ya terminó, descargue el reporte de nuevo dos días después y agregue ese archivo. Lo que esté en ambos se cuenta una sola vez.",
    },
    "record-blank": {
      what: "La línea está en blanco.",
      why: "No contiene ninguna venta.",
      fix: "No tiene que hacer nada: la línea se cuenta y no se envía.",
    },
    "record-too-long": {
      what: "Una línea es mucho más larga que cualquier registro de este reporte.",
      why: "Le falta el fin de línea, así que puede contener varios registros pegados.",
      fix: "Descargue el reporte de nuevo desde Seller Central.",
    },
    "quote-never-closed": {
      what: "En esta línea se abren unas comillas que nunca se cierran.",
      why: "No se puede saber dónde termina el valor ni, por lo tanto, cuáles le siguen.",
      fix: "Descargue el reporte de nuevo, en .txt si Seller Central lo ofrece.",
    },
    "record-has-nul": {
      what: "El registro contiene bytes en cero, que ningún reporte de Amazon tiene.",
      why: "Son señal de que el archivo se dañó al descargarlo o copiarlo.",
      fix: "Descargue el reporte de nuevo desde Seller Central.",
    },
    "too-few-cells": {
      what: "El registro tiene menos valores que columnas hay en el encabezado.",
      why: "No se puede saber qué valor corresponde a qué columna.",
      fix: "Descargue el reporte de nuevo. Si el archivo pasó por otro programa además de su navegador, evite ese paso.",
    },
    "too-many-cells": {
      what: "El registro tiene más valores que columnas hay en el encabezado.",
      why: "Parece que un valor se partió en dos, y los que siguen quedaron en las columnas equivocadas.",
      fix: "Revise el registro. Si sale igual en una descarga nueva, omítalo y registre la venta a mano.",
    },
    "record-cut-off": {
      what: "El archivo termina a la mitad de un registro.",
      why: "La descarga se interrumpió, y después de este faltan registros.",
      fix: "Descargue el reporte de nuevo y espere a que termine la descarga.",
    },
    "encoding-mixed": {
      what: "Las letras de este registro están codificadas de otra forma que las del resto del archivo.",
      why: "Parece que se pegaron dos descargas o que una letra se cortó en dos. Los nombres de ciudades saldrían mal.",
      fix: "Descargue el reporte de nuevo y elija el archivo descargado tal cual. Si son varias descargas, elíjalas juntas en vez de pegarlas en una.",
    },
    "repair-declined": {
      what: "Usted no quiso que se corrigiera este valor, y tal como está no se puede enviar.",
      why: "Los servicios de impuestos necesitan la fecha, el monto o el estado en una sola forma.",
      fix: "Permita que se corrija, escriba otro valor u omita el registro.",
    },
    "line-in-another-file": {
      what: "La misma venta está en un archivo que usted eligió antes.",
      why: "Las descargas pueden coincidir en algunos días. Una venta que está en dos de ellas es una sola y se cuenta una vez.",
      fix: "No tiene que hacer nada: se contó en el otro archivo.",
    },
    "sale-differs-between-files": {
      what: "La misma venta está en un archivo que usted eligió antes, y allí dice otra cosa.",
      why: "Solo una de las dos puede ser correcta, y no adivinamos cuál.",
      fix: "Quite el archivo más antiguo si el más reciente cubre sus días. O, si el otro archivo es el correcto, abra el registro y omítalo.",
    },
    "opened-in-a-spreadsheet": {
      what: "Un programa de hojas de cálculo, como Excel, abrió y guardó este archivo.",
      why: "Esos programas reescriben fechas, números y números de pedido sin avisar. Lo que se podía corregir sin adivinar se corrigió; lo demás ya no está en el archivo.",
      fix: "Descargue el reporte de nuevo y elija el archivo descargado tal cual. No lo abra antes. Si quiere ver el contenido, abra una copia.",
    },
    "left-out-by-seller": {
      what: "Usted omitió este registro.",
      why: "Lo que se omite no se declara. Al servicio que recibe el archivo se le informa cuántos registros omitió.",
      fix: "No tiene que hacer nada. Si quiere que se revise y se envíe de todos modos, vuelva a incluirlo.",
    },
    "edit-without-effect": {
      what: "Usted cambió un valor, pero su lugar no está en este archivo tal como está ahora.",
      why: "El valor que escribió no se envía.",
      fix: "Abra el registro que quería cambiar y escriba ahí el valor.",
    },
    "surrounding-blanks": {
      what: "Había espacios antes o después del valor.",
      why: "Con ellos, el mismo estado o número de producto se contaría como dos distintos.",
      fix: "No tiene que hacer nada: se quitaron los espacios.",
    },
    "text-damaged": {
      what: "En esta celda se perdieron letras antes de que el archivo llegara a usted: se ven como � o como caracteres de control.",
      why: "Cuando faltan letras, el nombre de una ciudad o de un producto no se puede comparar con otros registros.",
      fix: "Revise el registro. Si es importante, descargue el reporte de nuevo y no lo abra antes en otro programa.",
    },
    "text-lost": {
      what: "Dentro del nombre de una ciudad hay un signo de interrogación donde se perdió una letra, como en Pi?a.",
      why: "El nombre de la ciudad no se puede comparar con otros registros. El estado y el código postal no cambian.",
      fix: "Si está así en el archivo que descargó, nada: la letra no se puede recuperar. Si no, descargue el reporte de nuevo.",
    },
    "decoded-twice": {
      what: "Un programa leyó el archivo con la codificación equivocada y así lo guardó: Café quedó como CafÃ©.",
      why: "El nombre de una ciudad o de un producto no coincidiría con otros registros.",
      fix: "No tiene que hacer nada: se recuperaron las letras, porque solo hay una manera de hacerlo.",
    },
    "invisible-characters": {
      what: "El valor tenía caracteres que nadie puede ver, como guiones opcionales y marcas de dirección de la escritura.",
      why: "Con ellos, el mismo estado, ciudad o número de producto se contaría como dos distintos.",
      fix: "No tiene que hacer nada: se quitaron esos caracteres. Suelen venir con el texto que se copia de una página web.",
    },
    "quotes-around-cell": {
      what: "Una hoja de cálculo puso comillas alrededor del valor.",
      why: "Amazon no las usa en este reporte, así que se tomarían como parte del valor.",
      fix: "No tiene que hacer nada: se quitaron las comillas.",
    },
    "cell-too-narrow": {
      what: "La celda solo contiene ####, lo que una hoja de cálculo muestra cuando la columna es muy angosta.",
      why: "La hoja de cálculo guardó lo que mostraba, y el valor se perdió.",
      fix: "Descargue el reporte de nuevo desde Seller Central y elija el archivo descargado tal cual, sin abrirlo en Excel.",
    },
    "order-id-missing": {
      what: "El registro no tiene número de pedido.",
      why: "Una venta sin pedido no se puede distinguir de una copia de otra.",
      fix: "Descargue el reporte de nuevo. Si el número también falta ahí, omita el registro.",
    },
    "order-id-malformed": {
      what: "El número de pedido no se parece a los de Amazon, como 111-1234567-1234567.",
      why: "Dos registros del mismo pedido se podrían tomar por dos ventas.",
      fix: "Revise el registro: si sus celdas están en las columnas equivocadas, descargue el reporte de nuevo.",
    },
    "order-id-destroyed": {
      what: "Una hoja de cálculo convirtió el número de pedido en un número común, y se perdieron sus últimos dígitos.",
      why: "El pedido ya no se puede distinguir de otros, y nadie puede deducir los dígitos perdidos.",
      fix: "Descargue el reporte de nuevo desde Seller Central y elija el archivo descargado tal cual, sin abrirlo en Excel.",
    },
    "id-in-scientific-notation": {
      what: "Una hoja de cálculo convirtió un identificador en un número como 7.66446E+12.",
      why: "Se perdieron sus dígitos, así que la venta no se puede distinguir de otras del mismo pedido.",
      fix: "Descargue el reporte de nuevo desde Seller Central y elija el archivo descargado tal cual, sin abrirlo en Excel.",
    },
    "id-rounded-by-spreadsheet": {
      what: "Una hoja de cálculo tomó un identificador de diecinueve dígitos por un número y lo redondeó: termina en ceros.",
      why: "Se perdieron sus últimos dígitos, así que la venta no se puede distinguir de otras del mismo pedido.",
      fix: "Descargue el reporte de nuevo desde Seller Central y elija el archivo descargado tal cual, sin abrirlo en Excel.",
    },
    "date-missing": {
      what: "El registro no tiene fecha.",
      why: "La fecha decide en qué mes se declara el impuesto.",
      fix: "Descargue el reporte de nuevo. Si la fecha también falta ahí, omita el registro.",
    },
    "date-unreadable": {
      what: "Una fecha no existe en el calendario o está incompleta.",
      why: "La fecha decide en qué mes se declara el impuesto, así que no la adivinamos.",
      fix: "Revise el registro. Si sus celdas están en las columnas equivocadas, descargue el reporte de nuevo.",
    },
    "date-rewritten-by-spreadsheet": {
      what: "Una hoja de cálculo reescribió la fecha, y las otras fechas de la columna no dicen cómo.",
      why: "06/07/22 puede ser el 6 de julio o el 7 de junio, quizá en dos períodos de declaración. En esta columna las fechas están escritas de más de una forma, o ese día no existe.",
      fix: "Descargue el reporte de nuevo desde Seller Central y elija el archivo descargado tal cual, sin abrirlo en Excel.",
    },
    "date-order-open": {
      what: "Una hoja de cálculo reescribió las fechas, como 06/07/22, y ninguna dice si va primero el mes o el día.",
      why: "Las dos lecturas pueden caer en dos períodos de declaración. Ninguna fecha de la columna tiene un día mayor que 12, que lo aclararía.",
      fix: "Responda aquí la pregunta sobre el orden. Mejor todavía: descargue el reporte de nuevo y elija ese archivo, sin abrirlo en Excel.",
    },
    "date-order-decided": {
      what: "Una hoja de cálculo reescribió la fecha, como 5/13/2022.",
      why: "Los servicios de impuestos piden primero el año. Lo que quitó la hoja de cálculo, como los segundos o la zona horaria, se perdió.",
      fix: "No tiene que hacer nada: el orden de día y mes es seguro, por las otras fechas de la columna o por su respuesta, y cada fecha se escribió con el año primero. Una descarga nueva trae también la zona horaria.",
    },
    "date-is-serial-number": {
      what: "Donde debería haber una fecha hay un número como 46112.",
      why: "Las hojas de cálculo cuentan los días, unas desde 1900 y otras desde 1904, y el número no dice desde cuándo.",
      fix: "Descargue el reporte de nuevo desde Seller Central y elija el archivo descargado tal cual, sin abrirlo en Excel.",
    },
    "date-offset-broken": {
      what: "Donde debería estar la zona horaria de una fecha hay otra cosa, como +00e00.",
      why: "Cerca de la medianoche, a fin de mes, la zona horaria decide el mes. Tomamos la fecha y la hora como están escritas.",
      fix: "Nada, si son pocos registros. Si son muchos, descargue el reporte de nuevo.",
    },
    "date-without-offset": {
      what: "Una fecha no dice en qué zona horaria está.",
      why: "Cerca de la medianoche, a fin de mes, la zona horaria decide el mes. Tomamos la fecha como está escrita.",
      fix: "Nada, si sus otros registros se ven igual. Si no, descargue el reporte de nuevo.",
    },
    "date-with-blanks": {
      what: "Una fecha tenía espacios adentro, como 2026-01-31T18:53:56+ 00 :00.",
      why: "Los servicios de impuestos leen las fechas carácter por carácter y se detendrían en el espacio.",
      fix: "No tiene que hacer nada: se quitaron los espacios.",
    },
    "amount-unreadable": {
      what: "Un monto no está escrito como número, por ejemplo 1234.56.",
      why: "Un monto mal leído es un impuesto mal pagado, así que no adivinamos qué se quiso decir.",
      fix: "Descargue el reporte de nuevo desde Seller Central y elija el archivo descargado tal cual, sin abrirlo en una hoja de cálculo.",
    },
    "amount-too-precise": {
      what: "Un monto tiene más decimales que su moneda.",
      why: "Redondearlo cambiaría el precio al que vendió, aunque sea por poco.",
      fix: "Descargue el reporte de nuevo. Si el monto es igual ahí, compare el pedido con Seller Central.",
    },
    "amount-negative": {
      what: "Un precio o un impuesto es negativo en un registro que no es un reembolso.",
      why: "Un reembolso que no está marcado como tal se contaría como una venta al revés.",
      fix: "Compare el pedido con Seller Central y, si es un reembolso, omita el registro.",
    },
    "amount-with-thousands-commas": {
      what: "Un monto estaba escrito con comas para separar los miles, como 1,081.98.",
      why: "Así lo escribe una hoja de cálculo; un servicio de impuestos se detendría en la coma.",
      fix: "No tiene que hacer nada: se quitaron las comas. Son señal de que el archivo pasó por una hoja de cálculo.",
    },
    "amount-with-decimal-comma": {
      what: "Un monto estaba escrito con coma antes de los decimales, como 1.081,98.",
      why: "Seller Central lo escribe así en algunos idiomas; un servicio de impuestos se detendría en la coma o la eliminaría.",
      fix: "No tiene que hacer nada: el monto se escribió como 1081.98. Todo el archivo se lee así, porque sus montos no se pueden leer de otra manera.",
    },
    "amount-with-currency-sign": {
      what: "Un monto estaba escrito con el signo de su moneda, como $5.00.",
      why: "Los servicios de impuestos piden solo el número; la moneda se envía aparte.",
      fix: "No tiene que hacer nada: se quitó el signo, porque coincide con la moneda del registro.",
    },
    "amount-with-long-minus": {
      what: "Un monto estaba escrito con el signo menos largo de los libros impresos en vez de un guion.",
      why: "Un servicio de impuestos no vería que el monto es negativo.",
      fix: "No tiene que hacer nada: se puso en su lugar un signo menos normal.",
    },
    "quantity-missing": {
      what: "El registro no dice cuántas unidades se vendieron.",
      why: "Algunos estados cuentan unidades y transacciones para decidir si usted debe registrarse.",
      fix: "Revise el registro: si sus celdas están en las columnas equivocadas, descargue el reporte de nuevo.",
    },
    "quantity-unreadable": {
      what: "La cantidad no es un número entero.",
      why: "Es señal de que las celdas de este registro están en las columnas equivocadas.",
      fix: "Revise el registro y, si sus celdas están corridas, descargue el reporte de nuevo.",
    },
    "quantity-zero": {
      what: "El registro dice que no se vendió ninguna unidad.",
      why: "No se vendió nada y aun así hay un monto: uno de los dos está mal, y no adivinamos cuál.",
      fix: "Compare el pedido con Seller Central y luego omita el registro o descargue el reporte de nuevo.",
    },
    "currency-unknown": {
      what: "La moneda no es ninguna de las que usan las tiendas de Amazon.",
      why: "Sin la moneda, un monto no se puede sumar a otros.",
      fix: "Revise el registro: si sus celdas están en las columnas equivocadas, descargue el reporte de nuevo.",
    },
    "currency-in-small-letters": {
      what: "La moneda estaba escrita en minúsculas.",
      why: "Los servicios de impuestos la comparan letra por letra.",
      fix: "No tiene que hacer nada: se escribió en mayúsculas.",
    },
    "country-missing": {
      what: "El registro no dice a qué país se envió.",
      why: "De eso depende que la venta pague impuestos en Estados Unidos.",
      fix: "Descargue el reporte de nuevo. Si el país también falta ahí, compare el pedido con Seller Central.",
    },
    "country-unknown": {
      what: "El país no es un código de país de dos letras, como US.",
      why: "Es señal de que las celdas de este registro están en las columnas equivocadas.",
      fix: "Revise el registro y, si sus celdas están corridas, descargue el reporte de nuevo.",
    },
    "country-spelled-out": {
      what: "Estados Unidos estaba escrito de una forma distinta de US.",
      why: "Los servicios de impuestos comparan el país letra por letra.",
      fix: "No tiene que hacer nada: se escribió como US.",
    },
    "country-cannot-be-told": {
      what: "Este reporte no indica el país, y el estado y el código postal juntos no confirman que sea Estados Unidos.",
      why: "De eso depende que la venta pague impuestos en Estados Unidos.",
      fix: "Busque el pedido en Seller Central. Si fue a otro país, omita el registro; si no, elija un reporte que indique el país, como Fulfilled Shipments.",
    },
    "territory-as-country": {
      what: "Un territorio de Estados Unidos, como Puerto Rico, estaba en el lugar del país.",
      why: "Los servicios de impuestos lo conocen como un estado del país US, y tomarían la venta por una hecha a otro país.",
      fix: "No tiene que hacer nada: se escribió US como país y el territorio como estado.",
    },
    "address-in-canada": {
      what: "El país es US, pero la provincia y el código postal son de Canadá.",
      why: "La mercancía enviada a Canadá no paga impuesto sobre las ventas en ningún estado, y una de las celdas tiene que estar mal.",
      fix: "Busque el pedido en Seller Central. Si fue a Canadá, cambie el país a CA; si no, corrija el estado y el código postal.",
    },
    "state-missing": {
      what: "El registro no dice a qué estado se envió.",
      why: "El impuesto sobre las ventas se debe al estado al que se envió la mercancía.",
      fix: "Busque el pedido en Seller Central. Si no puede saber el estado, omita el registro.",
    },
    "state-unknown": {
      what: "El estado, escrito así, no es ninguno que conozcamos.",
      why: "El impuesto sobre las ventas se debe al estado al que se envió la mercancía, así que no lo adivinamos.",
      fix: "Busque el pedido en Seller Central. Si las celdas del registro están en las columnas equivocadas, descargue el reporte de nuevo.",
    },
    "state-misspelled": {
      what: "El estado está escrito casi como uno que conocemos, pero no del todo.",
      why: "El impuesto sobre las ventas se debe al estado al que se envió la mercancía, así que no lo adivinamos, por parecido que sea.",
      fix: "Abra el registro: muestra qué estados pueden ser. Elija el que coincida con el código postal y con Seller Central.",
    },
    "state-spelled-out": {
      what: "El estado estaba escrito completo o de otra forma, no con sus dos letras.",
      why: "Los compradores lo escriben como quieren; los servicios de impuestos piden las dos letras.",
      fix: "No tiene que hacer nada: se escribió con dos letras.",
    },
    "state-abbreviated": {
      what: "El estado estaba abreviado a la antigua, como Calif. o N. Mex.",
      why: "Los compradores lo escriben como quieren; los servicios de impuestos piden las dos letras.",
      fix: "No tiene que hacer nada: se escribió con dos letras, porque la abreviatura corresponde a un solo estado.",
    },
    "state-told-by-zip": {
      what: "El registro no indica el estado, y su código postal está en un solo estado.",
      why: "El impuesto sobre las ventas se debe al estado al que se envió la mercancía.",
      fix: "No tiene que hacer nada: se llenó el estado. Según el Servicio Postal y la Oficina del Censo, todos los códigos postales que empiezan así están solo en ese estado.",
    },
    "postal-code-missing": {
      what: "El registro no tiene código postal.",
      why: "Los impuestos de la ciudad y del condado se determinan por el código postal.",
      fix: "Busque el pedido en Seller Central. Si no puede saber el código postal, omita el registro.",
    },
    "postal-code-unreadable": {
      what: "El código postal no tiene cinco dígitos ni nueve.",
      why: "Los impuestos de la ciudad y del condado se determinan por el código postal, así que no lo adivinamos.",
      fix: "Revise el registro. Si sus celdas están en las columnas equivocadas, descargue el reporte de nuevo.",
    },
    "postal-code-lost-zero": {
      what: "Una hoja de cálculo tomó el código postal por un número y le quitó los ceros del principio.",
      why: "6513 no es un código postal; 06513 está en New Haven, Connecticut.",
      fix: "No tiene que hacer nada: se repusieron los ceros, porque el estado coincide.",
    },
    "postal-code-run-together": {
      what: "Los nueve dígitos de un código ZIP+4 estaban escritos sin su guion.",
      why: "Los servicios de impuestos esperan cinco dígitos, o cinco y cuatro.",
      fix: "No tiene que hacer nada: se leyó como cinco y cuatro dígitos.",
    },
    "city-holds-postal-code": {
      what: "El código postal del registro está también en la celda de la ciudad.",
      why: "Con él, la misma ciudad se contaría como una distinta en cada código postal.",
      fix: "No tiene que hacer nada: se quitó de la ciudad, porque también está en su propia columna.",
    },
    "city-holds-another-postal-code": {
      what: "En la celda de la ciudad hay un código postal, y no es el de la columna de códigos postales.",
      why: "Los impuestos de la ciudad y del condado se determinan por el código postal, y solo uno de los dos puede ser correcto.",
      fix: "Compare el pedido con Seller Central. El registro se envía con el código postal de su propia columna.",
    },
    "fulfillment-center-unreadable": {
      what: "El código del centro logístico no se parece a los de Amazon, como ABE2.",
      why: "Dice desde qué estado se envió la mercancía. Otra cosa en su lugar, como un número de rastreo, no le incumbe a nadie, así que la celda no se envía.",
      fix: "Revise el registro. Si sus celdas están en las columnas equivocadas, descargue el reporte de nuevo.",
    },
    "fulfillment-center-unknown": {
      what: "No sabemos en qué estado está este centro logístico de Amazon.",
      why: "Donde está su inventario, es posible que deba impuestos. Se envía el código del centro, y el estado de salida queda vacío.",
      fix: "No tiene que hacer nada. Si su servicio de impuestos pregunta desde dónde se envió la mercancía, Seller Central tiene la dirección del centro.",
    },
    "boolean-in-capitals": {
      what: "TRUE o FALSE estaba escrito en mayúsculas.",
      why: "Amazon los escribe en minúsculas; las hojas de cálculo, en mayúsculas.",
      fix: "No tiene que hacer nada: se leyó como true o false. Es señal de que el archivo pasó por una hoja de cálculo.",
    },
    "order-status-unknown": {
      what: "El estatus del pedido no es ninguno que conozcamos.",
      why: "De él depende si hubo una venta o no.",
      fix: "Ponga Seller Central en inglés y descargue el reporte de nuevo.",
    },
    "sales-channel-unknown": {
      what: "El canal de venta no es una tienda de Amazon ni está marcado como otra tienda.",
      why: "De él depende si el impuesto lo tenía que recaudar Amazon o usted.",
      fix: "Revise el registro. Si sus celdas están en las columnas equivocadas, descargue el reporte de nuevo.",
    },
    "financial-component-unknown": {
      what: "No sabemos a qué corresponden los montos: al artículo, al envío o a la envoltura para regalo.",
      why: "Los estados gravan los tres de manera distinta, así que un monto no debe quedar en el concepto equivocado.",
      fix: "Revise el registro. Si sus celdas están en las columnas equivocadas, descargue el reporte de nuevo.",
    },
    "refund-above-zero": {
      what: "El registro es un reembolso, y su monto es positivo.",
      why: "Puede ser un reembolso que se revirtió, o uno escrito sin su signo menos. El primero aumenta sus ventas; el segundo las reduce.",
      fix: "Compare el pedido con Seller Central, luego omita el registro y avise a su servicio de impuestos.",
    },
    "net-zero": {
      what: "El comprador no pagó nada: el descuento es igual al precio.",
      why: "Así aparecen desde junio de 2025 los productos que se dan a los reseñadores de Vine. Se envían con su precio y su descuento, y no suman nada a sus ventas.",
      fix: "No tiene que hacer nada.",
    },
    "sold-at-no-charge": {
      what: "El artículo salió a un precio de cero.",
      why: "Así aparecen los reemplazos y también las muestras gratis. Se envían y no suman nada a sus ventas. Algunos estados cobran impuesto sobre el uso (use tax) por la mercancía que usted regala.",
      fix: "Si fue un reemplazo, no tiene que hacer nada. Si regala mercancía, pregunte a su servicio de impuestos por el impuesto sobre el uso.",
    },
    "order-returned": {
      what: "Según el estatus, la mercancía se devolvió, pero el reporte no tiene el reembolso.",
      why: "La venta se envía completa. Si usted devolvió el dinero y el reembolso no está en ningún reporte, se declara de más.",
      fix: "Asegúrese de que el reembolso se informe: está en el reporte de transacciones (Payments y luego Reports Repository), en el mes en que lo hizo.",
    },
    "shipment-id-missing": {
      what: "El envío no tiene número de envío.",
      why: "Amazon lo omite en algunos paquetes que cruzan una frontera. Distinguimos la línea por sus otras celdas.",
      fix: "No tiene que hacer nada. Si falta en muchos registros, descargue el reporte de nuevo.",
    },
    "line-number-missing": {
      what: "El artículo no tiene número propio dentro del envío.",
      why: "Con ese número se reconoce la misma venta en otra descarga. Sin él, distinguimos la línea por su producto, fecha, cantidad y precio.",
      fix: "No tiene que hacer nada. Si envía los mismos días dos veces, elija los dos archivos juntos para que podamos compararlos.",
    },
    "multi-channel-order": {
      what: "El pedido se hizo en otra tienda suya, y Amazon solo lo envió.",
      why: "Amazon no recaudó ningún impuesto: el de esta venta le corresponde a usted.",
      fix: "Aquí no tiene que hacer nada. Asegúrese de que las ventas de la otra tienda se informen una vez, no dos.",
    },
    "shipped-before-ordered": {
      what: "La fecha de envío es anterior a la fecha de compra.",
      why: "Si una de las fechas está mal, la venta se puede declarar en el mes equivocado.",
      fix: "Compare el pedido con Seller Central. Si las dos fechas son iguales ahí, puede enviarlo.",
    },
    "date-in-the-future": {
      what: "La venta tiene una fecha futura.",
      why: "Se declararía en un mes que todavía no llega.",
      fix: "Revise la fecha y la hora de esta computadora y luego descargue el reporte de nuevo.",
    },
    "date-before-amazon": {
      what: "La venta tiene una fecha anterior a la apertura de Amazon, en julio de 1995.",
      why: "La fecha decide en qué mes se declara el impuesto, y esta no puede ser correcta.",
      fix: "Revise el registro. Si sus celdas están en las columnas equivocadas, descargue el reporte de nuevo.",
    },
    "month-differs-in-utc": {
      what: "La venta ocurrió cerca de la medianoche a fin de mes, y según la hora universal cae en otro mes.",
      why: "La declaramos en el mes de la fecha tal como la escribe el reporte. Un servicio que usa la hora universal (UTC) la cuenta en el otro.",
      fix: "Aquí no tiene que hacer nada. Si su servicio de impuestos muestra otros totales mensuales, compare primero estas ventas.",
    },
    "outside-period": {
      what: "La venta está fuera de los días que se pidieron.",
      why: "Se envía con las demás y se declararía en otro período. Si ese período ya se declaró, la venta quedaría declarada dos veces.",
      fix: "Descargue el reporte de los días que se pidieron. Si esta venta nunca se declaró, déjela y avise a su servicio de impuestos.",
    },
    "currency-missing": {
      what: "El registro tiene un monto, pero no la moneda.",
      why: "Sin la moneda, un monto no se puede sumar a otros.",
      fix: "Descargue el reporte de nuevo. Si la moneda también falta ahí, omita el registro.",
    },
    "item-price-missing": {
      what: "El registro no tiene precio del artículo.",
      why: "Se envía sin monto, así que no se puede calcular ningún impuesto con él.",
      fix: "Nada, si envió la mercancía sin cobrarla. Si no, compare el pedido con Seller Central.",
    },
    "tax-without-price": {
      what: "Se cobró impuesto por un artículo que no tiene precio.",
      why: "El precio o el impuesto está en el lugar equivocado.",
      fix: "Compare el pedido con Seller Central antes de enviar el reporte.",
    },
    "discount-above-price": {
      what: "El descuento es mayor que el precio.",
      why: "La venta contaría como menos de cero.",
      fix: "Compare el pedido con Seller Central antes de enviar el reporte.",
    },
    "currency-of-another-store": {
      what: "La moneda no es aquella en la que vende la tienda de este registro.",
      why: "Amazon.com vende en dólares estadounidenses y cada una de las otras tiendas en su propia moneda. En la moneda equivocada, los montos valen otra cosa.",
      fix: "Compare el pedido con Seller Central. Si las celdas del registro están en las columnas equivocadas, descargue el reporte de nuevo.",
    },
    "tax-rate-too-high": {
      what: "El impuesto es más alto que el de cualquier lugar de Estados Unidos.",
      why: "En ningún lugar el estado, el condado y la ciudad juntos llegan al 15 por ciento. El precio o el impuesto está en el lugar equivocado, o uno de ellos se cambió.",
      fix: "Compare el pedido con Seller Central antes de enviar el reporte.",
    },
    "tax-in-untaxed-state": {
      what: "Se cobró impuesto por mercancía enviada a Delaware, Montana, New Hampshire u Oregon, que no tienen impuesto sobre las ventas.",
      why: "Ese impuesto no se le puede deber a nadie: o el estado está mal, o se le cobró al comprador sin motivo.",
      fix: "Compare la dirección del pedido con Seller Central. Si es correcta, pregunte a Amazon por qué se cobró el impuesto, o desactívelo para ese estado si lo configuró usted.",
    },
    "unit-price-disagrees": {
      what: "El precio por unidad multiplicado por la cantidad no da el precio de la línea.",
      why: "Uno de los tres está mal, y cada caso daría otro impuesto.",
      fix: "Busque el pedido en Seller Central y vea cuál es el correcto, o descargue el reporte de nuevo.",
    },
    "postal-code-in-another-state": {
      what: "El código postal no está en ese estado.",
      why: "Uno de los dos está mal, y cada caso daría otro impuesto.",
      fix: "Busque el pedido en Seller Central y vea cuál es el correcto. Nosotros no cambiamos ninguno.",
    },
    "postal-code-across-the-border": {
      what: "La mayoría de los códigos postales que empiezan como este están en otro estado, y solo algunos en el del registro.",
      why: "Puede ser correcto cerca de un límite estatal. Si no lo es, el impuesto se debe al otro estado.",
      fix: "Compare el pedido con Seller Central. Si el estado y el código postal son iguales ahí, puede enviarlo.",
    },
    "military-address": {
      what: "La mercancía se envió a las fuerzas armadas: una dirección APO, FPO o DPO.",
      why: "Esa dirección no está en ningún estado, así que los servicios de impuestos tratan estas ventas por separado. Se envían con AA, AE o AP en lugar del estado.",
      fix: "No tiene que hacer nada.",
    },
    "address-in-us": {
      what: "El país es Canadá (CA), pero el estado y el código postal son de Estados Unidos.",
      why: "CA también es California. Si se envía así, la venta contaría como hecha a otro país, y faltaría su impuesto.",
      fix: "Busque el pedido en Seller Central. Si fue a Estados Unidos, cambie el país a US.",
    },
    "destination-outside-us": {
      what: "La mercancía se envió a otro país.",
      why: "No se debe impuesto sobre las ventas a ningún estado. Estas ventas se envían con las demás para que los totales coincidan con los de Amazon.",
      fix: "No tiene que hacer nada.",
    },
    "order-cancelled": {
      what: "El artículo se canceló.",
      why: "No hubo venta, así que no hay impuesto.",
      fix: "No tiene que hacer nada: el registro se cuenta y no se envía.",
    },
    "item-cancelled-in-shipped-order": {
      what: "El artículo se canceló, aunque otros artículos de su pedido sí se enviaron.",
      why: "El estatus del pedido dice que se envió, y el del artículo, que no se vendió: no hay impuesto por él.",
      fix: "No tiene que hacer nada: el registro se cuenta y no se envía. Los otros artículos del pedido, sí.",
    },
    "replacement-at-no-charge": {
      what: "El registro es un reemplazo que se envió sin costo.",
      why: "El comprador pagó, con impuesto, en el primer pedido. Si se contara otra vez, usted habría vendido uno de más.",
      fix: "No tiene que hacer nada: el registro se cuenta y no se envía.",
    },
    "order-not-final": {
      what: "El pedido sigue pendiente o no se puede completar.",
      why: "Todavía no es una venta. Si llega a serlo, aparecerá en un reporte posterior.",
      fix: "No tiene que hacer nada: el registro se cuenta y no se envía. Descargue el reporte de nuevo cuando termine el mes.",
    },
    "continuation-line": {
      what: "El registro continúa el pedido de arriba y no contiene una venta propia.",
      why: "Amazon agrega una línea así cuando se aplicaron varias promociones. Contada como venta, sería una de más.",
      fix: "No tiene que hacer nada: el registro se cuenta y no se envía.",
    },
    "continuation-with-amount": {
      what: "El registro continúa el pedido de arriba y contiene otro monto.",
      why: "El monto pertenece a una venta de ese pedido, y el reporte no dice a cuál. No se lo sumamos a ninguna.",
      fix: "Descargue el reporte All Orders de las mismas fechas: tiene cada venta en un solo registro.",
    },
    "jurisdiction-line": {
      what: "El registro es la misma venta otra vez, para otro condado, ciudad o distrito que la grava.",
      why: "Amazon escribe un registro por cada uno, todos con el mismo precio. Si se contaran todos, usted habría vendido de más.",
      fix: "No tiene que hacer nada: la venta se cuenta una sola vez.",
    },
    "fee-or-transfer": {
      what: "El registro es una tarifa, una transferencia o un ajuste, no una venta.",
      why: "En él ningún comprador pagó ni recuperó nada, así que no hay impuesto sobre las ventas.",
      fix: "No tiene que hacer nada: el registro se cuenta y no se envía.",
    },
    "transaction-type-unknown": {
      what: "El registro tiene un monto, y su tipo no es ninguno que conozcamos.",
      why: "Puede ser una venta, un reembolso o ninguno de los dos, y cada caso daría otro impuesto.",
      fix: "Ponga Seller Central en inglés y descargue el reporte de nuevo. Si el tipo sigue igual, omita el registro.",
    },
    "tax-corrected-later": {
      what: "El registro corrige el impuesto de una venta o un reembolso anterior.",
      why: "No es ni una venta ni un reembolso: si se enviara como uno de ellos, cambiaría cuánto vendió usted.",
      fix: "Informe de la corrección a su servicio de impuestos y luego omita el registro.",
    },
    "line-repeated": {
      what: "La misma línea aparece más de una vez en el reporte.",
      why: "Dos líneas iguales pueden ser dos ventas o una venta repetida. Se cuentan las dos, como las muestra Amazon.",
      fix: "Compare el pedido con Seller Central. Si fue una sola venta, descargue el reporte de nuevo.",
    },
    "line-repeated-differently": {
      what: "Ya hay una línea con este número en el reporte, y allí dice otra cosa.",
      why: "Una línea de un pedido tiene un solo monto. Solo una de las dos puede ser correcta, y no adivinamos cuál.",
      fix: "Busque el pedido en Seller Central. Omita el registro que está mal o descargue el reporte de nuevo.",
    },
    "email-in-cell": {
      what: "Hay una dirección de correo electrónico en una columna que se envía.",
      why: "Dice quién es alguien, y ningún impuesto depende de eso.",
      fix: "No tiene que hacer nada: la celda no se envía, y el resto del registro sí.",
    },
    "phone-in-cell": {
      what: "Hay un número de teléfono en una columna que se envía.",
      why: "Dice quién es alguien, y ningún impuesto depende de eso.",
      fix: "No tiene que hacer nada: la celda no se envía, y el resto del registro sí.",
    },
    "street-in-cell": {
      what: "Hay una calle o un apartado postal en una columna que se envía.",
      why: "Dice dónde vive alguien. El impuesto se determina por el código postal.",
      fix: "No tiene que hacer nada: la celda no se envía, y el resto del registro sí. Si las celdas del registro están en las columnas equivocadas, descargue el reporte de nuevo.",
    },
    "name-in-cell": {
      what: "El nombre del comprador o del destinatario está en una columna que se envía.",
      why: "Dice quién es alguien, y ningún impuesto depende de eso.",
      fix: "No tiene que hacer nada: la celda no se envía, y el resto del registro sí. Si las celdas del registro están en las columnas equivocadas, descargue el reporte de nuevo.",
    },
    "cell-too-long": {
      what: "El valor es más largo que cualquier ciudad o número de producto: más de 200 caracteres.",
      why: "En su lugar hay otra cosa, y puede ser cualquiera, como un mensaje del comprador.",
      fix: "Revise el registro. La celda no se envía, y el resto del registro sí.",
    },
    "formula-start": {
      what: "El valor empieza con un signo que una hoja de cálculo toma por el inicio de una fórmula: =, +, - o @.",
      why: "Una hoja de cálculo que abra el archivo lo calcularía en vez de mostrarlo. El archivo que se envía lo lleva tal cual.",
      fix: "Para el impuesto no tiene que hacer nada. El archivo para hojas de cálculo, si lo guarda, lleva el valor como texto.",
    },
    "prices-all-equal": {
      what: "Todas las líneas del archivo tienen el mismo precio, se haya vendido una unidad o varias.",
      why: "El precio de una línea es por todas sus unidades. Parece que se copió un mismo precio a toda la columna, o que se puso el precio de una sola unidad.",
      fix: "Compare una venta de varias unidades con Seller Central. Si aquí el precio está mal, descargue el reporte de nuevo y no lo abra antes.",
    },
    "tax-all-zero": {
      what: "Ninguna venta del archivo tiene impuesto, aunque muchas fueron a estados que sí tienen impuesto sobre las ventas.",
      why: "Amazon recauda el impuesto ahí, así que debería estar en el reporte. Sin él, usted no puede demostrar lo que se recaudó en su nombre.",
      fix: "Nada, si solo vende mercancía que no paga impuesto en ningún lugar. Si no, descargue el reporte de nuevo, con sus columnas de impuesto, y no lo abra antes.",
    },
    "column-empty": {
      what: "Una columna que se envía está vacía en todo el archivo.",
      why: "Su servicio de impuestos no recibe nada ahí. Quizá la columna no se incluyó en la descarga o se borró su contenido.",
      fix: "Si esperaba que tuviera algo, descargue el reporte de nuevo y no lo abra antes.",
    },
    "currencies-mixed": {
      what: "El archivo tiene ventas en más de una moneda.",
      why: "Los montos en monedas distintas no se pueden sumar. Todos los totales van separados por moneda.",
      fix: "No tiene que hacer nada si vende en varias tiendas de Amazon. Compare el total de cada moneda con su tienda.",
    },
    "rows-at-spreadsheet-limit": {
      what: "El archivo tiene exactamente las filas que caben en una hoja de cálculo: 65,536 o 1,048,576.",
      why: "Una hoja de cálculo descarta sin avisar lo que pasa de su última fila. Pueden faltar ventas al final.",
      fix: "Descargue el reporte de nuevo y elija el archivo descargado tal cual, o descargue períodos más cortos.",
    },
    "days-without-sales": {
      what: "En algunos días intermedios no hay ventas, aunque usted vende tan seguido que debería haber alguna.",
      why: "Quizá falta una descarga de esos días. Las ventas que no están aquí no se declaran.",
      fix: "Mire los días que aparecen junto a las fechas. Si vendió en ellos, descargue el reporte de esos días y agregue ese archivo.",
    },
    "month-without-sales": {
      what: "Un mes entero no tiene ventas.",
      why: "En algunos reportes Amazon da como máximo un mes a la vez, así que quizá falta una descarga. El mes se declararía como si no hubiera vendido nada.",
      fix: "Si vendió algo en ese mes, descargue su reporte y agregue ese archivo. Si no, nada.",
    },
    "period-not-covered": {
      what: "Los archivos no cubren todos los días que se pidieron.",
      why: "Hay días al principio o al final sin ventas, aunque usted vende tan seguido que debería haber alguna. Lo que falta no se declara.",
      fix: "Descargue el reporte de los días que faltan y agregue ese archivo. Si aún no había empezado a vender, o ya había dejado de vender, nada.",
    },
  },
  reports: {
    "fulfilled-shipments": {
      title: "Amazon Fulfilled Shipments",
      why: null,
      way: [
        "Inicie sesión en Seller Central.",
        "Abra Reports y luego Fulfillment.",
        "En Sales, elija Amazon Fulfilled Shipments.",
        "Abra la pestaña Download, elija las fechas (31 días como máximo por archivo) y solicite la descarga en .txt.",
        "Cuando esté lista, descárguela y elija ese archivo aquí, sin abrirlo en una hoja de cálculo.",
      ],
    },
    "all-orders": {
      title: "All Orders",
      why: null,
      way: [
        "Inicie sesión en Seller Central.",
        "Abra Reports y luego Fulfillment.",
        "En Sales, elija All Orders.",
        "Elija las fechas por fecha de pedido y solicite la descarga en .txt.",
        "Cuando esté lista, descárguela y elija ese archivo aquí, sin abrirlo en una hoja de cálculo.",
      ],
    },
    "order-report": {
      title: "Order Report (pedidos que envía usted)",
      why: null,
      way: [
        "Inicie sesión en Seller Central.",
        "Abra Orders y luego Order Reports.",
        "En New Orders, elija las fechas y solicite el reporte. Deje todas las columnas, también las del impuesto.",
        "Cuando esté listo, descárguelo y elija ese archivo aquí, sin abrirlo en una hoja de cálculo.",
      ],
    },
    "transactions": {
      title: "Reporte Date Range o Unified Transaction",
      why: null,
      way: [
        "Inicie sesión en Seller Central.",
        "Abra Payments y luego Reports Repository (Date Range Reports en cuentas más antiguas).",
        "Elija el reporte Transaction, las fechas y las columnas con la ciudad, el estado y el código postal del pedido.",
        "Cuando esté listo, descargue el CSV y elija ese archivo aquí, sin abrirlo en una hoja de cálculo.",
      ],
    },
    "sales-tax": {
      title: "Sales Tax Report",
      why: null,
      way: [
        "Inicie sesión en Seller Central.",
        "Abra Reports y luego Tax Document Library.",
        "En Sales Tax Reports, elija Generate, el reporte Combined y las fechas.",
        "Cuando esté listo, descárguelo y elija ese archivo aquí, sin abrirlo en una hoja de cálculo.",
      ],
    },
    "customer-shipment-sales": {
      title: "FBA Customer Shipment Sales",
      why: null,
      way: [
        "Inicie sesión en Seller Central.",
        "Abra Reports y luego Fulfillment.",
        "En Sales, elija Customer Shipment Sales.",
        "Elija las fechas y solicite la descarga en .txt.",
        "Cuando esté lista, descárguela y elija ese archivo aquí, sin abrirlo en una hoja de cálculo.",
      ],
    },
    "unshipped-orders": {
      title: "Unshipped Orders",
      why: "Muestra lo que todavía tiene que enviar y no tiene precios.",
      way: null,
    },
    "promotions": {
      title: "FBA Promotions",
      why: "Muestra descuentos, no ventas.",
      way: null,
    },
    "replacements": {
      title: "FBA Replacements",
      why: "Muestra mercancía que se envió otra vez sin costo, no ventas.",
      way: null,
    },
    "customer-returns": {
      title: "FBA Customer Returns",
      why: "Muestra mercancía devuelta, sin ningún monto: una devolución no es un reembolso.",
      way: null,
    },
    "merchant-returns": {
      title: "Devoluciones de pedidos que envía usted",
      why: "Muestra mercancía devuelta: una devolución no es un reembolso.",
      way: null,
    },
    "settlement": {
      title: "Settlement report (Flat File V2)",
      why: "Dice cuánto le pagó Amazon, pero no a qué estado fue la mercancía.",
      way: null,
    },
    "settlement-v1": {
      title: "Settlement report (formato anterior)",
      why: "Dice cuánto le pagó Amazon, pero no a qué estado fue la mercancía.",
      way: null,
    },
    "reimbursements": {
      title: "Reimbursements",
      why: "Muestra lo que Amazon le pagó por mercancía perdida, no ventas.",
      way: null,
    },
    "fee-preview": {
      title: "Fee Preview",
      why: "Calcula tarifas aproximadas de mercancía que aún no se vende.",
      way: null,
    },
    "storage-fees": {
      title: "Storage Fees",
      why: "Muestra lo que Amazon cobra por almacenar su mercancía, no ventas.",
      way: null,
    },
    "vat-transactions": {
      title: "VAT Transactions Report",
      why: "Es para el IVA de Europa y contiene nombres y direcciones de compradores.",
      way: null,
    },
    "vat-calculation": {
      title: "VAT Calculation Report",
      why: "Es para el IVA de Europa y contiene nombres y direcciones de compradores.",
      way: null,
    },
    "inventory-ledger": {
      title: "Inventory Ledger (detalle)",
      why: "Muestra por dónde se movió su inventario, no ventas.",
      way: null,
    },
    "inventory-ledger-summary": {
      title: "Inventory Ledger (resumen)",
      why: "Muestra cuánto inventario tenía, no ventas.",
      way: null,
    },
    "inventory-events": {
      title: "Inventory Event Detail",
      why: "Muestra por dónde se movió su inventario, sin precios ni direcciones.",
      way: null,
    },
    "inventory": {
      title: "Daily Inventory History",
      why: "Muestra su inventario, no ventas.",
      way: null,
    },
    "received-inventory": {
      title: "Received Inventory",
      why: "Muestra lo que usted envió a Amazon, no lo que se vendió.",
      way: null,
    },
    "fba-inventory": {
      title: "Manage FBA Inventory",
      why: "Muestra su inventario, no ventas.",
      way: null,
    },
    "listings": {
      title: "Listings report",
      why: "Muestra lo que usted ofrece, no lo que se vendió.",
      way: null,
    },
    "business-report": {
      title: "Business Report",
      why: "Suma las ventas por producto, sin pedidos, fechas ni estados.",
      way: null,
    },
    "brand-analytics": {
      title: "Brand Analytics",
      why: "Dice qué buscaron los compradores, no qué le compraron a usted.",
      way: null,
    },
    "advertising": {
      title: "Advertising report",
      why: "Dice cuánto costaron sus anuncios, no qué se vendió ni a quién.",
      way: null,
    },
    "shopify-orders": {
      title: "Pedidos de Shopify",
      why: "Contiene las ventas de su propia tienda. Las de Amazon no están ahí.",
      way: null,
    },
    "ebay-orders": {
      title: "Pedidos de eBay",
      why: "Contiene sus ventas en eBay. Las de Amazon no están ahí.",
      way: null,
    },
    "walmart-orders": {
      title: "Pedidos de Walmart",
      why: "Contiene sus ventas en Walmart. Las de Amazon no están ahí.",
      way: null,
    },
    "etsy-orders": {
      title: "Pedidos de Etsy",
      why: "Contiene sus ventas en Etsy. Las de Amazon no están ahí.",
      way: null,
    },
    "tiktok-orders": {
      title: "Pedidos de TikTok Shop",
      why: "Contiene sus ventas en TikTok Shop. Las de Amazon no están ahí.",
      way: null,
    },
    "paypal": {
      title: "Actividad de PayPal",
      why: "Muestra pagos, y Amazon le paga por transferencia bancaria: sus ventas no están ahí.",
      way: null,
    },
    "quickbooks": {
      title: "Reporte de QuickBooks",
      why: "Viene de su contabilidad, donde las ventas de Amazon están sumadas y ya no separadas por estado.",
      way: null,
    },
    "bank-statement": {
      title: "Estado de cuenta bancario",
      why: "Dice cuánto le pagó Amazon, pero no a qué estado fue la mercancía.",
      way: null,
    },
    "tax-service-template": {
      title: "Plantilla de un servicio de impuestos",
      why: "Alguien la llenó, y no podemos saber si coincide con Amazon.",
      way: null,
    },
    "sale-lines": {
      title: "Un archivo que ya se limpió aquí",
      why: "Este ya es el archivo limpio: envíelo tal cual, o elija el reporte de Amazon para revisarlo de nuevo.",
      way: null,
    },
    "pdf": {
      title: "Un documento PDF",
      why: "Está hecho para leerse e imprimirse, no para un programa.",
      way: null,
    },
    "image": {
      title: "Una imagen",
      why: "No contiene ninguna tabla que un programa pueda leer.",
      way: null,
    },
    "web-page": {
      title: "Una página web",
      why: "Lo más probable es que sea la página de inicio de sesión de Seller Central, guardada en lugar del reporte.",
      way: null,
    },
    "apple-numbers": {
      title: "Un documento de Numbers",
      why: "Solo Numbers puede abrirlo. Elija el archivo que se descarga de Amazon.",
      way: null,
    },
    "open-document": {
      title: "Una hoja de cálculo OpenDocument",
      why: "No podemos ver su contenido. Elija el archivo que se descarga de Amazon.",
      way: null,
    },
    "old-workbook": {
      title: "Un libro de una versión antigua de Excel (.xls)",
      why: "No podemos ver su contenido. Elija el archivo que se descarga de Amazon.",
      way: null,
    },
    "encrypted-workbook": {
      title: "Un libro de Excel con contraseña",
      why: "Sin la contraseña nadie puede leerlo. El archivo que se descarga de Amazon no tiene contraseña.",
      way: null,
    },
    "word-document": {
      title: "Un documento de Word",
      why: "Está hecho para leerse e imprimirse, no para un programa.",
      way: null,
    },
    "e-mail": {
      title: "Un correo electrónico guardado",
      why: "Quizá trae el reporte adjunto: guarde el archivo adjunto y elíjalo.",
      way: null,
    },
    "shortcut": {
      title: "Un acceso directo",
      why: "Solo dice dónde está otro archivo o página: elija el archivo mismo.",
      way: null,
    },
    "icloud-placeholder": {
      title: "Un archivo que todavía está en iCloud",
      why: "En esta computadora solo está su nombre: ábralo una vez en el Finder para que se descargue y luego elíjalo de nuevo.",
      way: null,
    },
    "accounting-export": {
      title: "Una descarga del banco para programas de contabilidad",
      why: "Dice cuánto le pagó Amazon, pero no a qué estado fue la mercancía.",
      way: null,
    },
    "compressed": {
      title: "Un archivo comprimido",
      why: "No podemos ver su contenido: descomprímalo y elija el reporte que contiene.",
      way: null,
    },
    "binary": {
      title: "Un archivo que no contiene texto",
      why: "No contiene ninguna tabla que podamos leer.",
      way: null,
    },
    "unknown-language": {
      title: "Un reporte de Amazon con nombres de columna en un idioma que no conocemos",
      why: "Ponga Seller Central en inglés y descargue el reporte de nuevo: así obtiene un archivo que podemos leer.",
      way: null,
    },
    "no-header": {
      title: "Una tabla sin los nombres de sus columnas",
      why: "Sin la primera línea, nadie puede saber qué número es un precio y cuál un impuesto.",
      way: null,
    },
    "unknown": {
      title: "Un archivo que no reconocemos",
      why: "Sus primeras líneas no contienen ninguno de los nombres de columna de los reportes de pedidos y envíos de Amazon.",
      way: null,
    },
  },
};
