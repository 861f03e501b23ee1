<?php
/**
 * What is set once for the whole site: the backend, the script and its hashes.
 *
 * @package Knead
 */

namespace Knead;

defined( 'ABSPATH' ) || exit;

const NO_SETTINGS = array(
	'backend'         => '',
	'script'          => '',
	'integrity'       => '',
	'cards_integrity' => '',
	'load'            => '',
);

add_action(
	'admin_init',
	function () {
		register_setting(
			'knead',
			'knead',
			array(
				'type'              => 'object',
				'default'           => NO_SETTINGS,
				'sanitize_callback' => __NAMESPACE__ . '\sanitised',
			)
		);
	}
);
add_action(
	'admin_menu',
	function () {
		$title = __( 'Knead booking', 'knead' );
		add_options_page( $title, $title, 'manage_options', 'knead', __NAMESPACE__ . '\settings_page' );
	}
);

/** The settings, every one a string. */
function settings(): array {
	return array_map( 'strval', array_intersect_key( (array) get_option( 'knead', array() ), NO_SETTINGS ) ) + NO_SETTINGS;
}

/**
 * What may be kept of what somebody sent. What is wrong is said, and the rest kept.
 *
 * @param mixed $sent The form's fields.
 */
function sanitised( $sent ): array {
	$sent  = array_map( 'trim', array_filter( (array) $sent, 'is_string' ) ) + NO_SETTINGS;
	$hash  = '/^sha(256|384|512)-[A-Za-z0-9+\/]+={0,2}$/';
	$rules = array(
		// An adapter may stand before the address: name+https://…
		'backend'         => '/^([a-z][a-z0-9-]*\+)?(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:\/])[^\s"\'<>]*$/',
		'script'          => '/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:\/])[^\s"\'<>?#]*\/knead\.js$/',
		'integrity'       => $hash,
		'cards_integrity' => $hash,
		'load'            => '/^(view|consent)$/',
	);
	$kept  = NO_SETTINGS;
	foreach ( $rules as $name => $pattern ) {
		if ( '' === $sent[ $name ] || preg_match( $pattern, $sent[ $name ] ) ) {
			$kept[ $name ] = $sent[ $name ];
		} else {
			/* translators: %s: name of a field. */
			add_settings_error( 'knead', "knead-$name", sprintf( __( '“%s” was not saved: it is not of the expected form.', 'knead' ), fields()[ $name ][0] ) );
		}
	}
	return $kept;
}

/** Every field of the page: its label, and an example. */
function fields(): array {
	return array(
		'backend'         => array( __( 'Backend address', 'knead' ), 'https://booking.example' ),
		'script'          => array( __( 'Script address', 'knead' ), 'https://cdn.example/knead/0.1.0/knead.js' ),
		'integrity'       => array( __( 'Integrity of knead.js', 'knead' ), 'sha384-…' ),
		'cards_integrity' => array( __( 'Integrity of knead-cards.js', 'knead' ), 'sha384-…' ),
		'load'            => array( __( 'When it starts', 'knead' ), '' ),
	);
}

/** Said to who can do something about it, in the place of the form. */
function settings_hint(): string {
	return sprintf(
		'<p><a href="%s">%s</a></p>',
		esc_url( admin_url( 'options-general.php?page=knead' ) ),
		esc_html__( 'Knead booking: fill in the settings. Only you can see this line.', 'knead' )
	);
}

/** Settings, Knead booking. */
function settings_page(): void {
	$settings = settings();
	$starts   = array(
		''        => __( 'With the page', 'knead' ),
		'view'    => __( 'When it is scrolled to', 'knead' ),
		'consent' => __( 'After the visitor’s consent', 'knead' ),
	);
	?>
	<div class="wrap">
		<h1><?php esc_html_e( 'Knead booking', 'knead' ); ?></h1>
		<p><?php esc_html_e( 'The embed builder shows all of these, ready to copy. If a speed plugin delays or combines scripts, exclude the word knead from it.', 'knead' ); ?></p>
		<form action="options.php" method="post">
			<?php settings_fields( 'knead' ); ?>
			<table class="form-table" role="presentation">
				<?php foreach ( fields() as $name => list( $label, $example ) ) : ?>
					<tr>
						<th scope="row"><label for="knead-<?php echo esc_attr( $name ); ?>"><?php echo esc_html( $label ); ?></label></th>
						<td>
							<?php if ( 'load' === $name ) : ?>
								<select id="knead-load" name="knead[load]">
									<?php foreach ( $starts as $value => $words ) : ?>
										<option value="<?php echo esc_attr( $value ); ?>" <?php selected( $settings['load'], $value ); ?>><?php echo esc_html( $words ); ?></option>
									<?php endforeach; ?>
								</select>
							<?php else : ?>
								<input class="large-text code" id="knead-<?php echo esc_attr( $name ); ?>" name="knead[<?php echo esc_attr( $name ); ?>]" value="<?php echo esc_attr( $settings[ $name ] ); ?>" placeholder="<?php echo esc_attr( $example ); ?>" spellcheck="false" />
							<?php endif; ?>
						</td>
					</tr>
				<?php endforeach; ?>
			</table>
			<?php submit_button(); ?>
		</form>
	</div>
	<?php
}
