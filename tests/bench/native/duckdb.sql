-- The bench's job in DuckDB: the same cells checked, the same lines written. What fails a check is left out.
-- The tables `states` (text, state), `places` (zip3, state) and `countries` (code) are the product's own.
COPY (
  WITH cells AS (
    SELECT
      "amazon-order-id" AS order_id,
      "shipment-id" AS shipment_id,
      "amazon-order-item-id" AS item_id,
      "purchase-date" AS ordered_at,
      "shipment-date" AS shipped_at,
      "sales-channel" AS sales_channel,
      sku,
      TRY_CAST("quantity-shipped" AS INTEGER) AS quantity,
      upper(currency) AS currency,
      TRY_CAST(replace("item-price", ',', '') AS DECIMAL(15, 2)) AS item_amount,
      TRY_CAST(replace("item-tax", ',', '') AS DECIMAL(15, 2)) AS item_tax,
      TRY_CAST(replace("shipping-price", ',', '') AS DECIMAL(15, 2)) AS shipping_amount,
      TRY_CAST(replace("shipping-tax", ',', '') AS DECIMAL(15, 2)) AS shipping_tax,
      TRY_CAST(replace("item-promotion-discount", ',', '') AS DECIMAL(15, 2)) AS discount,
      "item-promotion-discount" AS discount_text,
      "ship-city" AS city,
      "ship-state" AS state_text,
      "ship-postal-code" AS zip,
      -- A spreadsheet drops the zeros in front.
      lpad(left("ship-postal-code", 5), 5, '0') AS zip5,
      "ship-country" AS country
    FROM report
  )
  SELECT
    order_id, shipment_id, 'sale' AS transaction_type, ordered_at, shipped_at, left(shipped_at, 10) AS tax_date,
    sales_channel, 'amazon' AS fulfilled_by, sku, quantity, currency, item_amount, item_tax, shipping_amount, shipping_tax,
    abs(discount) AS item_discount, city AS ship_to_city, if(country = 'US', states.state, state_text) AS ship_to_state,
    if(country = 'US', zip5, zip) AS ship_to_postal_code, country AS ship_to_country
  FROM cells
    LEFT JOIN states ON states.text = lower(state_text)
    LEFT JOIN places ON places.state = states.state AND places.zip3 = left(zip5, 3)
  WHERE regexp_full_match(order_id, '[S0-9][0-9]{2}-[0-9]{7}-[0-9]{7}')
    AND length(shipment_id) BETWEEN 1 AND 40
    AND regexp_full_match(item_id, '[0-9]{14}')
    AND ordered_at LIKE '____-__-__T__:__:__%' AND TRY_CAST(ordered_at AS TIMESTAMP) >= '1995-07-16'
    AND shipped_at LIKE '____-__-__T__:__:__%' AND TRY_CAST(shipped_at AS TIMESTAMP) >= '1995-07-16'
    AND length(sku) BETWEEN 1 AND 40
    AND quantity > 0
    AND currency IN (
      'USD', 'CAD', 'MXN', 'BRL', 'GBP', 'EUR', 'SEK', 'PLN', 'TRY', 'AED', 'SAR', 'EGP', 'INR', 'SGD', 'AUD', 'ZAR',
      'CNY', 'HKD', 'COP', 'CHF'
    )
    AND item_amount >= 0 AND item_tax >= 0 AND shipping_amount >= 0 AND shipping_tax >= 0
    AND (discount IS NOT NULL OR discount_text IS NULL OR discount_text = '')
    AND country IN (SELECT code FROM countries)
    -- Other countries have states and postal codes of their own.
    AND (country <> 'US' OR places.state IS NOT NULL AND regexp_full_match(zip, '[0-9]{3,5}(-[0-9]{4})?'))
    AND (sales_channel ILIKE 'amazon.%' OR sales_channel ILIKE 'non-amazon%')
) TO '$OUT' (FORMAT csv, HEADER true)
