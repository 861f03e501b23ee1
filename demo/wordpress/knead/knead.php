<?php
/**
 * Plugin Name:       Knead booking
 * Description:       Puts Knead's booking form, button or therapist card into a page: as a shortcode or a block, for roles that may not write HTML too.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       knead
 *
 * @package Knead
 */

namespace Knead;

defined( 'ABSPATH' ) || exit;

require __DIR__ . '/settings.php';

/** The elements, by the word that a page's author uses. */
const TAGS = array(
	'booking' => 'knead-booking',
	'button'  => 'knead-book-button',
	'card'    => 'knead-therapist-card',
);

/**
 * The attributes that an author may set, each with what it may say. Everything else is dropped: who may write a shortcode
 * is not always trusted to write HTML.
 */
const ATTRIBUTES = array(
	'practitioner' => '/^[^\s"\'<>&{}\[\]]{1,200}$/',
	'service'      => '/^[^\s"\'<>&{}\[\]]{1,200}$/',
	'option'       => '/^[^\s"\'<>&{}\[\]]{1,200}$/',
	'place'        => '/^(incall|outcall)$/',
	'theme'        => '/^(light|dark)$/',
	'preset'       => '/^(paper|plain|compact)$/',
	'floating'     => '/^true$/',
	'lang'         => '/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/',
);

add_action(
	'init',
	function () {
		add_shortcode( 'knead', __NAMESPACE__ . '\shortcode' );
		register_block_type( __DIR__, array( 'render_callback' => __NAMESPACE__ . '\block' ) );
	}
);
add_filter( 'script_loader_tag', __NAMESPACE__ . '\script_tag', 10, 2 );

/**
 * [knead practitioner="…" kind="booking|button|card" service="…" lang="…" theme="…" …]
 *
 * @param array|string $attributes As WordPress parsed them; an empty string where there are none.
 */
function shortcode( $attributes ): string {
	// A block theme gives width and margins to boxes only.
	return sprintf( '<div class="knead-shortcode">%s</div>', render( (array) $attributes ) );
}

/**
 * The same as a block, in the box that the theme lays out.
 *
 * @param array $attributes As block.json declares them.
 */
function block( array $attributes ): string {
	return sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), render( $attributes ) );
}

/**
 * The element with a link inside, which shows wherever the script does not run, and whose words a button takes; the script
 * comes at the end of the page.
 * Until the settings are filled in, it is the link alone.
 *
 * @param array $given Attributes nobody has looked at yet.
 */
function render( array $given ): string {
	$given = array_filter( $given, 'is_string' );
	$kind  = array_key_exists( $given['kind'] ?? '', TAGS ) ? $given['kind'] : 'booking';
	$href  = esc_url( $given['href'] ?? '', array( 'https', 'http' ) );
	$words = esc_html( $given['text'] ?? '' );
	// Where consent is waited for, who follows the link gives it.
	$agree = 'consent' === settings()['load'] && 'card' !== $kind ? ' data-knead-consent="true"' : '';
	$link  = '' === $href ? $words : sprintf( '<a href="%s"%s>%s</a>', $href, $agree, $words ? $words : esc_html__( 'Book a session', 'knead' ) );

	$handle = enqueue( $kind );
	if ( null === $handle ) {
		return $link . ( current_user_can( 'manage_options' ) ? settings_hint() : '' );
	}
	$attributes = '';
	foreach ( ATTRIBUTES as $name => $pattern ) {
		$value = $given[ $name ] ?? '';
		if ( preg_match( $pattern, $value ) ) {
			$attributes .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
		}
	}
	return sprintf( '<%1$s%2$s>%3$s</%1$s>', TAGS[ $kind ], $attributes, $link );
}

/**
 * Asks for the script that draws a kind, once for a page and only there. A card needs no more than the smaller file.
 *
 * @return string|null Its handle, or null where the settings are not filled in.
 */
function enqueue( string $kind ): ?string {
	$settings = settings();
	if ( '' === $settings['backend'] || '' === $settings['script'] ) {
		return null;
	}
	$card   = 'card' === $kind;
	$handle = $card ? 'knead-cards' : 'knead';
	$src    = $card ? preg_replace( '#/knead\.js$#', '/knead-cards.js', $settings['script'] ) : $settings['script'];
	// Without a version: the address names one, and the hash is of what is there.
	wp_enqueue_script( $handle, $src, array(), null, true ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion
	return $handle;
}

/**
 * Writes the script tag as Knead needs it: classic and deferred, checked by its hash, left alone by Cloudflare's loader, and
 * with the address of the backend.
 *
 * @param string $tag    As WordPress wrote it.
 * @param string $handle Of which script.
 */
function script_tag( string $tag, string $handle ): string {
	if ( 'knead' !== $handle && 'knead-cards' !== $handle ) {
		return $tag;
	}
	$settings   = settings();
	$attributes = array(
		'id'            => $handle . '-js',
		'src'           => wp_scripts()->registered[ $handle ]->src,
		'integrity'     => $settings[ 'knead' === $handle ? 'integrity' : 'cards_integrity' ],
		'crossorigin'   => 'anonymous',
		'defer'         => 'defer',
		'data-cfasync'  => 'false',
		'data-backend'  => $settings['backend'],
		'data-load'     => $settings['load'],
	);
	$written    = '';
	foreach ( array_filter( $attributes, 'strlen' ) as $name => $value ) {
		$written .= sprintf( ' %s="%s"', $name, 'src' === $name ? esc_url( $value ) : esc_attr( $value ) );
	}
	return "<script$written></script>\n";
}
